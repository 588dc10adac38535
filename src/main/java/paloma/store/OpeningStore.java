package paloma.store;

import java.time.Instant;
import java.util.List;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.MessageId;

/** Who has opened which sealed message, and when. */
public final class OpeningStore {
  /** One opening; the time is the reader's. */
  public record Opening(DeviceId reader, Instant time) {}

  /** Keeps an opening; the first one of a reader counts. */
  public void add(
      Tx tx, ConversationId conversation, MessageId message, DeviceId reader, long time) {
    tx.update(
        "INSERT OR IGNORE INTO opening (conversation, message, reader, time) VALUES (?, ?, ?, ?)",
        conversation,
        message,
        reader,
        time);
  }

  /** In the order of their times. */
  public List<Opening> of(Tx tx, ConversationId conversation, MessageId message) {
    return tx.list(
        "SELECT reader, time FROM opening WHERE conversation = ? AND message = ?"
            + " ORDER BY time, reader",
        row -> new Opening(DeviceId.of(row.getBytes(1)), Instant.ofEpochMilli(row.getLong(2))),
        conversation,
        message);
  }
}
