package paloma.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MessageId;
import paloma.model.Query;
import paloma.model.Receipt;
import paloma.model.VerbBody;

/** The rows of the timeline, made from events; they can be made again and are never sent. */
public final class TimelineStore {
  /**
   * A row with what the markers say about it.
   *
   * @param body as it stands in the event
   * @param rich what a text answers and whom it calls, as an event without words; mostly null
   * @param recalled its author took it back
   * @param touched there are verbs about it
   * @param readers members who are not the author
   * @param sent how many of them it was handed over to; likewise delivered and read
   */
  public record Entry(
      MessageId id,
      LogId log,
      long seq,
      long order,
      int kind,
      byte[] body,
      Instant shown,
      Instant received,
      byte[] rich,
      boolean recalled,
      boolean touched,
      int readers,
      int sent,
      int delivered,
      int read) {}

  private static final String OTHERS =
      "(SELECT count(*) FROM marker k JOIN member b ON b.conversation = k.conversation"
          + " AND b.device = k.reader WHERE k.conversation = m.conversation AND k.author = m.author"
          + " AND k.epoch = m.epoch AND k.reader <> m.author AND b.since <= m.order_key"
          + " AND %s >= m.seq)";

  private static final String ROWS =
      "SELECT m.id, m.conversation, m.author, m.epoch, m.seq, m.order_key, m.kind, m.body,"
          + " m.shown_time, m.received, m.rich, m.recalled, m.touched,"
          + " (SELECT count(*) FROM member b WHERE b.conversation = m.conversation"
          + " AND b.device <> m.author AND b.since <= m.order_key), "
          + OTHERS.formatted("max(k.sent, k.delivered)")
          + ", "
          + OTHERS.formatted("k.delivered")
          + ", "
          + OTHERS.formatted("k.read")
          + " FROM message m ";

  private static final String BEYOND =
      " AND (m.order_key, m.author, m.epoch, m.seq) %s (SELECT b.order_key, b.author, b.epoch,"
          + " b.seq FROM message b WHERE b.id = ?)";

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
              Instant.ofEpochMilli(row.getLong(9)),
              Instant.ofEpochMilli(row.getLong(10)),
              row.getBytes(11),
              row.getInt(12) != 0,
              row.getInt(13) != 0,
              row.getInt(14),
              row.getInt(15),
              row.getInt(16),
              row.getInt(17));

  /**
   * Adds a row. A message that its author says again in another epoch moves to the last of its
   * places: everybody gets that one, in whatever order they come, and its markers tell who has it.
   *
   * @param words what a search looks through
   */
  public boolean add(
      Tx tx,
      MessageId id,
      LogId log,
      long seq,
      long order,
      int kind,
      byte[] body,
      String words,
      Instant shown,
      Instant received) {
    return tx.update(
            "INSERT INTO message (id, conversation, author, epoch, seq, order_key, kind, body,"
                + " words, shown_time, received) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq,"
                + " order_key = excluded.order_key"
                + " WHERE author = excluded.author AND conversation = excluded.conversation AND"
                + " (excluded.order_key, excluded.epoch, excluded.seq) > (order_key, epoch, seq)",
            id,
            log.conversation(),
            log.author(),
            log.epoch(),
            seq,
            order,
            kind,
            body,
            words,
            shown.toEpochMilli(),
            received.toEpochMilli())
        > 0;
  }

  /** Takes the row of an event out of the timeline: the event is stored and not shown. */
  public void remove(Tx tx, LogId log, long seq) {
    tx.update(
        "DELETE FROM message WHERE conversation = ? AND author = ? AND epoch = ? AND seq = ?",
        log.conversation(),
        log.author(),
        log.epoch(),
        seq);
  }

  public Optional<Entry> find(Tx tx, MessageId id) {
    return tx.first(ROWS + "WHERE m.id = ?", ENTRY, id);
  }

  /** How far a message has come with each member who is not its author. */
  public List<Receipt> receipts(Tx tx, MessageId id) {
    return tx.list(
        "SELECT b.device, coalesce(k.delivered, 0) >= m.seq, coalesce(k.read, 0) >= m.seq"
            + " FROM message m JOIN member b ON b.conversation = m.conversation"
            + " AND b.device <> m.author LEFT JOIN marker k ON k.conversation = m.conversation"
            + " AND k.author = m.author AND k.epoch = m.epoch AND k.reader = b.device"
            + " WHERE m.id = ? ORDER BY b.device",
        row -> new Receipt(DeviceId.of(row.getBytes(1)), row.getInt(2) != 0, row.getInt(3) != 0),
        id);
  }

  /** Rows of a conversation that a pin is about, oldest first. */
  public List<Entry> pins(Tx tx, ConversationId id) {
    return tx.list(
        ROWS
            + "WHERE m.conversation = ? AND m.touched = 1 AND EXISTS (SELECT 1 FROM verb v WHERE"
            + " v.target = m.id AND v.kind = ?)"
            + " ORDER BY m.order_key, m.author, m.epoch, m.seq",
        ENTRY,
        id,
        VerbBody.PIN);
  }

  /** Rows that an event range of a log made, oldest first. */
  public List<Entry> range(Tx tx, LogId log, long from, long to) {
    return tx.list(
        ROWS
            + "WHERE m.conversation = ? AND m.author = ? AND m.epoch = ? AND m.seq BETWEEN ? AND ?"
            + " ORDER BY m.seq",
        ENTRY,
        log.conversation(),
        log.author(),
        log.epoch(),
        from,
        to);
  }

  /** Rows of an author's offers that no transfer was made of, oldest first. */
  public List<Entry> untaken(Tx tx, ConversationId id, DeviceId author, int most) {
    return tx.list(
        ROWS
            + "WHERE m.conversation = ? AND m.author = ? AND m.kind = ? AND NOT EXISTS"
            + " (SELECT 1 FROM transfer t WHERE t.offer = m.id)"
            + " ORDER BY m.order_key, m.epoch, m.seq LIMIT ?",
        ENTRY,
        id,
        author,
        paloma.model.Body.OFFER,
        most);
  }

  /** The newest row of a conversation. */
  public Optional<Entry> last(Tx tx, ConversationId id) {
    return tx.first(
        ROWS
            + "WHERE m.conversation = ? ORDER BY m.order_key DESC, m.author DESC, m.epoch DESC,"
            + " m.seq DESC LIMIT 1",
        ENTRY,
        id);
  }

  /** Conversations in which something was said. */
  public List<ConversationId> conversations(Tx tx) {
    return tx.list(
        "SELECT id FROM conversation c WHERE EXISTS"
            + " (SELECT 1 FROM message m WHERE m.conversation = c.id)",
        row -> ConversationId.of(row.getBytes(1)));
  }

  /** Rows of others that lie behind what we have read; what was taken back is nothing to read. */
  public int unread(Tx tx, ConversationId id, DeviceId us) {
    return (int)
        tx.number(
            "SELECT coalesce(sum((SELECT count(*) FROM message m WHERE"
                + " m.conversation = l.conversation AND m.author = l.author AND m.epoch = l.epoch"
                + " AND m.recalled = 0"
                + " AND m.seq > coalesce((SELECT k.read FROM marker k WHERE"
                + " k.conversation = l.conversation AND k.author = l.author AND k.epoch = l.epoch"
                + " AND k.reader = ?), 0))), 0) FROM log l"
                + " WHERE l.conversation = ? AND l.author <> ?",
            us,
            id,
            us);
  }

  /**
   * Rows of a conversation, or of all, whatever their words: the newest that fit, or those next
   * after {@code query.after}; oldest first.
   */
  public List<Entry> page(Tx tx, Query query) {
    var where = new StringBuilder("WHERE 1 = 1");
    var values = new ArrayList<Object>();
    if (query.in() != null) {
      where.append(" AND m.conversation = ?");
      values.add(query.in());
    }
    if (query.from() != null) {
      where.append(" AND m.author = ?");
      values.add(query.from());
    }
    if (query.since() != null) {
      where.append(" AND m.shown_time >= ?");
      values.add(query.since().toEpochMilli());
    }
    if (query.until() != null) {
      where.append(" AND m.shown_time < ?");
      values.add(query.until().toEpochMilli());
    }
    if (query.kind() != null) {
      where.append(" AND m.kind = ?");
      values.add(kind(query.kind()));
    }
    if (query.before() != null) {
      where.append(BEYOND.formatted("<"));
      values.add(query.before());
    }
    if (query.after() != null) {
      where.append(BEYOND.formatted(">"));
      values.add(query.after());
    }
    boolean next = query.after() != null;
    var way = next ? "ASC" : "DESC";
    // Within a conversation the timeline's order; over several the time that people see.
    where.append(
        query.in() != null
            ? " ORDER BY m.order_key %1$s, m.author %1$s, m.epoch %1$s, m.seq %1$s LIMIT ?"
                .formatted(way)
            : " ORDER BY m.shown_time %s LIMIT ?".formatted(way));
    values.add(query.limit());
    var rows = tx.list(ROWS + where, ENTRY, values.toArray());
    return next ? rows : rows.reversed();
  }

  /** The kind of events that a word of a query means; none for another word. */
  static int kind(String word) {
    return switch (word) {
      case "text" -> paloma.model.Body.TEXT;
      case "files" -> paloma.model.Body.OFFER;
      default -> -1;
    };
  }
}
