package paloma.model;

/** A conversation: the hash of its two people, or of the event that founded a group. */
public record ConversationId(Hash hash) implements Comparable<ConversationId> {
  private static final String CONTEXT = "paloma-conversation-v1";
  private static final String GROUP = "paloma-group-v1";

  /** The conversation of two devices, the same whoever of them asks. */
  public static ConversationId between(DeviceId one, DeviceId other) {
    boolean inOrder = one.compareTo(other) <= 0;
    var first = inOrder ? one : other;
    var second = inOrder ? other : one;
    return new ConversationId(Hash.inContext(CONTEXT, first.bytes(), second.bytes()));
  }

  /** The group that a founder made by saying this body first. */
  public static ConversationId ofGroup(DeviceId founder, byte[] creation) {
    return new ConversationId(Hash.inContext(GROUP, founder.bytes(), creation));
  }

  public static ConversationId of(byte[] hash) {
    return new ConversationId(Hash.of(hash));
  }

  public byte[] bytes() {
    return hash.bytes();
  }

  public String text() {
    return Base32.encode(bytes());
  }

  @Override
  public int compareTo(ConversationId other) {
    return hash.compareTo(other.hash);
  }

  @Override
  public String toString() {
    return text().substring(0, 8);
  }
}
