package paloma.model;

/**
 * Mail for somebody absent, as it lies with a colleague: who carries it can read neither what it
 * says nor who wrote it, and only who knows the receiver's seal key can tell whom it is for.
 *
 * @param day number of the day on which it was sealed, by the sender's clock; the tag is made of it
 * @param tag blinded address
 * @param sealed what only the receiver can open
 */
public record Envelope(long day, Hash tag, byte[] sealed) {
  /** The largest content is padded to this; a page of events is smaller. */
  public static final int MOST_CONTENT = 256 * 1024;

  /** What sealing adds: version, ephemeral key, authentication. */
  public static final int OVERHEAD = 1 + 32 + 16;

  public static final int MOST_BYTES = MOST_CONTENT + OVERHEAD;

  private static final String CONTEXT = "paloma-envelope-v1";

  /** The name by which both ends of a link speak of it. */
  public Hash id() {
    return Hash.inContext(CONTEXT, new CanonicalWriter().i64(day).hash(tag).raw(sealed).bytes());
  }
}
