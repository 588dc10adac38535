package paloma.store;

import java.util.List;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.MessageId;

/** What of a conversation was not read here. */
public final class UnreadStore {
  /** Who has more to read finds the call by reading. */
  private static final int MOST = 200;

  /** The newest messages of others behind what we have read that may call somebody. */
  public List<MessageId> mayCall(Tx tx, ConversationId id, DeviceId us) {
    return tx.list(
        "SELECT m.id FROM log l JOIN message m ON m.conversation = l.conversation"
            + " AND m.author = l.author AND m.epoch = l.epoch"
            + " WHERE l.conversation = ? AND l.author <> ? AND m.recalled = 0"
            + " AND (m.rich IS NOT NULL OR m.touched = 1)"
            + " AND m.seq > coalesce((SELECT k.read FROM marker k WHERE"
            + " k.conversation = l.conversation AND k.author = l.author AND k.epoch = l.epoch"
            + " AND k.reader = ?), 0) ORDER BY m.order_key DESC LIMIT ?",
        row -> MessageId.of(row.getBytes(1)),
        id,
        us,
        us,
        MOST);
  }
}
