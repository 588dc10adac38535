package paloma.model;

import java.time.Instant;
import java.util.List;

/**
 * A conversation as a list shows it.
 *
 * @param members everybody in it but us; one for a one-to-one
 * @param last newest message; null when nothing was said yet
 * @param unread messages of others not read here
 * @param look what the person here decided about it
 * @param group null for a one-to-one
 */
public record Conversation(
    ConversationId id, List<DeviceId> members, Message last, int unread, Look look, Group group) {

  /** One of two, kept as usual. */
  public Conversation(ConversationId id, List<DeviceId> members, Message last, int unread) {
    this(id, members, last, unread, Look.USUAL, null);
  }

  public Conversation withLast(Message newest) {
    return new Conversation(id, members, newest, unread, look, group);
  }

  /**
   * How a conversation is kept here; nobody else learns of it.
   *
   * @param pinned it stands before the others
   * @param mutedUntil it makes no sound until then; {@link #FOREVER} or null for not muted
   * @param markedUnread to be looked at again, until it is read
   * @param draft what was begun and not sent; empty for nothing
   * @param receipts whether others learn that we read; null for as it is set
   */
  public record Look(
      boolean pinned, Instant mutedUntil, boolean markedUnread, String draft, Boolean receipts) {
    public static final Look USUAL = new Look(false, null, false, "", null);

    /** Muted with no end. */
    public static final Instant FOREVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    public Look withPinned(boolean now) {
      return new Look(now, mutedUntil, markedUnread, draft, receipts);
    }

    public Look withMutedUntil(Instant until) {
      return new Look(pinned, until, markedUnread, draft, receipts);
    }

    public Look withMarkedUnread(boolean now) {
      return new Look(pinned, mutedUntil, now, draft, receipts);
    }

    public Look withDraft(String now) {
      return new Look(pinned, mutedUntil, markedUnread, now, receipts);
    }

    public Look withReceipts(Boolean now) {
      return new Look(pinned, mutedUntil, markedUnread, draft, now);
    }

    public boolean muted(Instant now) {
      return mutedUntil != null && now.isBefore(mutedUntil);
    }
  }
}
