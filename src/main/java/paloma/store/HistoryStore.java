package paloma.store;

import java.util.List;
import java.util.Optional;
import paloma.model.ConversationId;
import paloma.model.Message;
import paloma.model.MessageId;

/** The timeline from its beginning, for those who read all of it. */
public final class HistoryStore {
  private static final String PLACE = "(order_key, author, epoch, seq)";

  /** The messages that stand behind a place, oldest first; without one, from the beginning. */
  public List<MessageId> after(
      Tx tx, ConversationId id, Optional<Message.Position> place, int most) {
    var order = " ORDER BY order_key, author, epoch, seq LIMIT ?";
    if (place.isEmpty()) {
      return tx.list(
          "SELECT id FROM message WHERE conversation = ?" + order,
          row -> MessageId.of(row.getBytes(1)),
          id,
          most);
    }
    var from = place.get();
    return tx.list(
        "SELECT id FROM message WHERE conversation = ? AND " + PLACE + " > (?, ?, ?, ?)" + order,
        row -> MessageId.of(row.getBytes(1)),
        id,
        from.order(),
        from.author(),
        from.epoch(),
        from.seq(),
        most);
  }

  /** Rows of all conversations. */
  public long count(Tx tx) {
    return tx.number("SELECT count(*) FROM message");
  }
}
