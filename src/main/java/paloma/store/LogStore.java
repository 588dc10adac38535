package paloma.store;

import java.util.List;
import java.util.Optional;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.LogExtent;
import paloma.model.LogId;

/** Conversations, their members, their logs and the events in them. */
public final class LogStore {
  /** An event as it is kept; signature, body and reason may be null. */
  public record Stored(
      long seq, Hash hash, byte[] header, byte[] signature, byte[] body, String reason) {}

  /** Kinds of conversations; the numbers are stored. */
  public static final int ONE_TO_ONE = 1;

  public static final int GROUP = 2;

  /** Where one announces to many. */
  public static final int BOARD = 3;

  private static final Tx.Row<LogExtent> EXTENT =
      row ->
          new LogExtent(
              new LogId(
                  ConversationId.of(row.getBytes(1)), DeviceId.of(row.getBytes(2)), row.getLong(3)),
              row.getLong(4),
              row.getLong(5),
              Hash.of(row.getBytes(6)),
              row.getLong(7));

  private static final Tx.Row<Stored> STORED =
      row ->
          new Stored(
              row.getLong(1),
              Hash.of(row.getBytes(2)),
              row.getBytes(3),
              row.getBytes(4),
              row.getBytes(5),
              row.getString(6));

  private static final String EXTENTS =
      "SELECT conversation, author, epoch, lowest, highest, hash, order_key FROM log ";
  private static final String OF_LOG = " WHERE conversation = ? AND author = ? AND epoch = ? ";

  /** Makes sure that the conversation and its members are known. */
  public void addConversation(Tx tx, ConversationId id, int kind, List<DeviceId> members) {
    int made = tx.update("INSERT OR IGNORE INTO conversation (id, kind) VALUES (?, ?)", id, kind);
    if (made == 0) return;
    for (var member : members) {
      tx.update("INSERT OR IGNORE INTO member (conversation, device) VALUES (?, ?)", id, member);
    }
  }

  public List<DeviceId> members(Tx tx, ConversationId id) {
    return tx.list(
        "SELECT device FROM member WHERE conversation = ? ORDER BY device",
        row -> DeviceId.of(row.getBytes(1)),
        id);
  }

  /** Conversations that both are in. */
  public List<ConversationId> shared(Tx tx, DeviceId one, DeviceId other) {
    return tx.list(
        "SELECT m.conversation FROM member m JOIN member o ON o.conversation = m.conversation"
            + " WHERE m.device = ? AND o.device = ? ORDER BY m.conversation",
        row -> ConversationId.of(row.getBytes(1)),
        one,
        other);
  }

  /** Whether this is a group; false also for one that is not here. */
  public boolean isGroup(Tx tx, ConversationId id) {
    return tx.number("SELECT kind FROM conversation WHERE id = ?", id) == GROUP;
  }

  /** Whether this is a board; false also for one that is not here. */
  public boolean isBoard(Tx tx, ConversationId id) {
    return tx.number("SELECT kind FROM conversation WHERE id = ?", id) == BOARD;
  }

  public Optional<LogExtent> extent(Tx tx, LogId log) {
    return tx.first(EXTENTS + OF_LOG, EXTENT, log.conversation(), log.author(), log.epoch());
  }

  /** All logs of a conversation, in the order of their ids. */
  public List<LogExtent> extents(Tx tx, ConversationId id) {
    return tx.list(EXTENTS + " WHERE conversation = ? ORDER BY author, epoch", EXTENT, id);
  }

  /** Adds the next event of a log and moves the log's extent along. */
  public void append(Tx tx, LogId log, Stored event, long order) {
    tx.update(
        "INSERT INTO event (conversation, author, epoch, seq, hash, header, signature, body, reason)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        log.conversation(),
        log.author(),
        log.epoch(),
        event.seq(),
        event.hash(),
        event.header(),
        event.signature(),
        event.body(),
        event.reason());
    tx.update(
        "INSERT INTO log (conversation, author, epoch, lowest, highest, hash, order_key)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (conversation, author, epoch) DO UPDATE SET"
            + " highest = excluded.highest, hash = excluded.hash, order_key = excluded.order_key",
        log.conversation(),
        log.author(),
        log.epoch(),
        event.seq(),
        event.seq(),
        event.hash(),
        order);
  }

  /** Adds the signature that a batch ends with. */
  public void sign(Tx tx, LogId log, long seq, byte[] signature) {
    tx.update(
        "UPDATE event SET signature = ?" + OF_LOG + " AND seq = ?",
        signature,
        log.conversation(),
        log.author(),
        log.epoch(),
        seq);
  }

  /** Events from a seq on, oldest first. */
  public List<Stored> events(Tx tx, LogId log, long from, int most) {
    return tx.list(
        "SELECT seq, hash, header, signature, body, reason FROM event"
            + OF_LOG
            + " AND seq >= ? ORDER BY seq LIMIT ?",
        STORED,
        log.conversation(),
        log.author(),
        log.epoch(),
        from,
        most);
  }

  /** Events of an author whose bodies have this length, oldest first. */
  public List<Stored> ofLength(Tx tx, ConversationId id, DeviceId author, int bytes) {
    return tx.list(
        "SELECT seq, hash, header, signature, body, reason FROM event"
            + " WHERE conversation = ? AND author = ? AND length(body) = ? ORDER BY epoch, seq",
        STORED,
        id,
        author,
        bytes);
  }

  /** Whether the author of a log has others in the same conversation. */
  public static boolean forked(Tx tx, LogId log) {
    return tx.number(
            "SELECT count(*) FROM log WHERE conversation = ? AND author = ?",
            log.conversation(),
            log.author())
        > 1;
  }

  /** Events of an author whose bodies are these very bytes, oldest first. */
  public List<Stored> saying(Tx tx, ConversationId id, DeviceId author, byte[] body) {
    return tx.list(
        "SELECT seq, hash, header, signature, body, reason FROM event WHERE conversation = ?"
            + " AND author = ? AND length(body) = ? AND body = ? ORDER BY epoch, seq",
        STORED,
        id,
        author,
        body.length,
        body);
  }

  /** Number of events of all logs. */
  public long count(Tx tx) {
    return tx.number("SELECT count(*) FROM event");
  }

  /** How many events an author has said in a conversation, over all epochs. */
  public long countOf(Tx tx, ConversationId id, DeviceId author) {
    return tx.number(
        "SELECT coalesce(sum(highest - lowest + 1), 0) FROM log"
            + " WHERE conversation = ? AND author = ?",
        id,
        author);
  }

  /** Bytes of the bodies an author has said in a conversation. */
  public long bytesOf(Tx tx, ConversationId id, DeviceId author) {
    return tx.number(
        "SELECT coalesce(sum(length(body)), 0) FROM event WHERE conversation = ? AND author = ?",
        id,
        author);
  }
}
