package paloma.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MessageId;

/** What was said of messages, and what that does to their rows and events. */
public final class VerbStore {
  /** A verb; the body is null once it was taken back. */
  public record Entry(
      MessageId id, LogId log, long seq, long order, int kind, byte[] body, Instant shown) {}

  /** What a row needs to be made anew. */
  public record Target(LogId log, long seq, int kind, byte[] rich, boolean recalled) {}

  /** Where a message stood that was deleted here. */
  public record Grave(LogId log, long seq) {}

  private static final Tx.Row<Entry> ENTRY =
      row ->
          new Entry(
              MessageId.of(row.getBytes(1)),
              new LogId(
                  ConversationId.of(row.getBytes(2)), DeviceId.of(row.getBytes(3)), row.getLong(4)),
              row.getLong(5),
              row.getLong(6),
              row.getInt(7),
              row.getBytes(8),
              Instant.ofEpochMilli(row.getLong(9)));

  /**
   * Adds a verb. One that is said again in another epoch is the same verb and stands at the last of
   * its places: everybody gets that one, in whatever order they come.
   */
  public void add(
      Tx tx,
      MessageId id,
      MessageId target,
      LogId log,
      long seq,
      long order,
      int kind,
      byte[] body,
      Instant shown) {
    tx.update(
        "INSERT INTO verb (id, author, target, conversation, epoch, seq, order_key, kind, body,"
            + " shown_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (id, author) DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq,"
            + " order_key = excluded.order_key, shown_time = excluded.shown_time"
            + " WHERE target = excluded.target AND conversation = excluded.conversation AND"
            + " (excluded.order_key, excluded.epoch, excluded.seq) > (order_key, epoch, seq)",
        id,
        log.author(),
        target,
        log.conversation(),
        log.epoch(),
        seq,
        order,
        kind,
        body,
        shown.toEpochMilli());
  }

  /** Takes a verb away, where it is kept of this place; whether it was. */
  public boolean remove(Tx tx, MessageId id, LogId log, long seq) {
    return tx.update(
            "DELETE FROM verb WHERE id = ? AND author = ? AND epoch = ? AND seq = ?",
            id,
            log.author(),
            log.epoch(),
            seq)
        > 0;
  }

  private static final String VERBS =
      "SELECT id, conversation, author, epoch, seq, order_key, kind, body, shown_time FROM verb"
          + " WHERE target = ? AND conversation = ?";

  /** Whether anything was said of a message. */
  public boolean any(Tx tx, MessageId target) {
    return tx.number("SELECT EXISTS (SELECT 1 FROM verb WHERE target = ?)", target) > 0;
  }

  /** The newest of what was said of a message in its conversation, by its place. */
  public List<Entry> newest(Tx tx, MessageId target, ConversationId in, int most) {
    return tx.list(
        VERBS + " ORDER BY order_key DESC, author DESC, epoch DESC, seq DESC LIMIT ?",
        ENTRY,
        target,
        in,
        most);
  }

  /** The newest verb of a kind that somebody said of a message. */
  public Optional<Entry> newest(
      Tx tx, MessageId target, ConversationId in, DeviceId author, int kind) {
    return tx.first(
        VERBS + " AND author = ? AND kind = ? ORDER BY order_key DESC, epoch DESC, seq DESC",
        ENTRY,
        target,
        in,
        author,
        kind);
  }

  /** Every verb of a kind that somebody said of a message. */
  public List<Entry> all(Tx tx, MessageId target, ConversationId in, DeviceId author, int kind) {
    return tx.list(VERBS + " AND author = ? AND kind = ?", ENTRY, target, in, author, kind);
  }

  public Optional<Target> target(Tx tx, MessageId id) {
    return tx.first(
        "SELECT conversation, author, epoch, seq, kind, rich, recalled FROM message WHERE id = ?",
        row ->
            new Target(
                new LogId(
                    ConversationId.of(row.getBytes(1)),
                    DeviceId.of(row.getBytes(2)),
                    row.getLong(3)),
                row.getLong(4),
                row.getInt(5),
                row.getBytes(6),
                row.getInt(7) != 0),
        id);
  }

  /** Keeps what a text answers and whom it calls beside its row. */
  public void rich(Tx tx, MessageId id, byte[] rich) {
    tx.update("UPDATE message SET rich = ? WHERE id = ?", rich, id);
  }

  /** There are verbs about this row; they changed no words. */
  public void touch(Tx tx, MessageId id) {
    tx.update("UPDATE message SET touched = 1 WHERE id = ?", id);
  }

  /** The row says something else now. */
  public void reword(Tx tx, MessageId id, byte[] body, String words) {
    tx.update("UPDATE message SET touched = 1, body = ?, words = ? WHERE id = ?", body, words, id);
  }

  /**
   * The row was taken back: nothing of what it said stays in it.
   *
   * @param body that of an empty text
   */
  public void recall(Tx tx, MessageId id, int kind, byte[] body) {
    tx.update(
        "UPDATE message SET touched = 1, recalled = 1, kind = ?, body = ?, words = '', rich = NULL"
            + " WHERE id = ?",
        kind,
        body,
        id);
  }

  /**
   * The body of an event vanishes, and that of every event of its author that says the same: after
   * a fork a message stands in two logs. Headers stay, so the chain is whole.
   */
  public void vanish(Tx tx, LogId log, long seq, String reason) {
    if (LogStore.forked(tx, log)) vanishEverywhere(tx, log, seq, reason);
    tx.update(
        "UPDATE event SET body = NULL, reason = ? WHERE conversation = ? AND author = ?"
            + " AND epoch = ? AND seq = ?",
        reason,
        log.conversation(),
        log.author(),
        log.epoch(),
        seq);
  }

  private static void vanishEverywhere(Tx tx, LogId log, long seq, String reason) {
    var body =
        tx.first(
            "SELECT body FROM event WHERE conversation = ? AND author = ? AND epoch = ?"
                + " AND seq = ?",
            row -> row.getBytes(1),
            log.conversation(),
            log.author(),
            log.epoch(),
            seq);
    if (body.isEmpty()) return;
    tx.update(
        "UPDATE event SET body = NULL, reason = ? WHERE conversation = ? AND author = ?"
            + " AND length(body) = ? AND body = ?",
        reason,
        log.conversation(),
        log.author(),
        body.get().length,
        body.get());
  }

  /** The words of an edit vanish; that it was said stays. */
  public void forget(Tx tx, MessageId id, DeviceId author) {
    tx.update("UPDATE verb SET body = NULL WHERE id = ? AND author = ?", id, author);
  }

  /** The person here deleted a message: its row goes and never comes back. */
  public void delete(Tx tx, MessageId id) {
    tx.update(
        "INSERT OR IGNORE INTO tombstone (id, conversation, author, epoch, seq)"
            + " SELECT id, conversation, author, epoch, seq FROM message WHERE id = ?",
        id);
    tx.update("DELETE FROM message WHERE id = ?", id);
    tx.update("UPDATE verb SET body = NULL WHERE target = ?", id);
  }

  /** Where a message stood that was deleted here; empty for every other. */
  public Optional<Grave> grave(Tx tx, MessageId id) {
    return tx.first(
        "SELECT conversation, author, epoch, seq FROM tombstone WHERE id = ?",
        row ->
            new Grave(
                new LogId(
                    ConversationId.of(row.getBytes(1)),
                    DeviceId.of(row.getBytes(2)),
                    row.getLong(3)),
                row.getLong(4)),
        id);
  }
}
