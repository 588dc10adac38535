package paloma.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.model.Board;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.DeviceKey;
import paloma.model.LogId;
import paloma.model.MessageId;

/** Boards, what was announced on them, and who confirmed it. */
public final class BoardStore {
  /** How far an announcement has come with somebody by their markers. */
  public record Come(DeviceId reader, boolean delivered, boolean read) {}

  private static final Tx.Row<Board> BOARD =
      row ->
          new Board(
              ConversationId.of(row.getBytes(1)),
              DeviceId.of(row.getBytes(2)),
              row.getString(3),
              row.getString(4));

  /** Makes a board known. */
  public void add(Tx tx, Board board, DeviceKey key) {
    tx.update(
        "INSERT OR IGNORE INTO conversation (id, kind) VALUES (?, ?)", board.id(), LogStore.BOARD);
    tx.update(
        "INSERT OR IGNORE INTO board (conversation, author, department, name, spki)"
            + " VALUES (?, ?, ?, ?, ?)",
        board.id(),
        board.author(),
        board.department(),
        board.name(),
        key.spki());
  }

  public List<Board> all(Tx tx) {
    return tx.list("SELECT conversation, author, department, name FROM board", BOARD);
  }

  /** The key of somebody who announces. */
  public Optional<byte[]> key(Tx tx, DeviceId author) {
    return tx.first(
        "SELECT spki FROM board WHERE author = ? LIMIT 1", row -> row.getBytes(1), author);
  }

  /** An announcement stands here; after a fork its author says it again in another epoch. */
  public void announced(Tx tx, MessageId id, LogId log, long seq) {
    tx.update(
        "INSERT INTO announced (id, conversation, epoch, seq) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (id, conversation) DO UPDATE SET epoch = excluded.epoch,"
            + " seq = excluded.seq",
        id,
        log.conversation(),
        log.epoch(),
        seq);
  }

  /** The boards of its author on which an announcement stands. */
  public List<Board> places(Tx tx, MessageId id) {
    return tx.list(
        "SELECT b.conversation, b.author, b.department, b.name FROM announced a"
            + " JOIN board b ON b.conversation = a.conversation"
            + " JOIN message m ON m.id = a.id AND m.author = b.author"
            + " WHERE a.id = ? ORDER BY b.name",
        BOARD,
        id);
  }

  /** The board on which the row of an announcement stands. */
  public Optional<ConversationId> standsOn(Tx tx, MessageId id) {
    return tx.first(
        "SELECT m.conversation FROM message m JOIN board b ON b.conversation = m.conversation"
            + " WHERE m.id = ?",
        row -> ConversationId.of(row.getBytes(1)),
        id);
  }

  /** Announcements that were not taken back, newest first. */
  public List<MessageId> newest(Tx tx, int most) {
    return tx.list(
        "SELECT m.id FROM message m JOIN board b ON b.conversation = m.conversation"
            + " WHERE m.recalled = 0 ORDER BY m.received DESC, m.order_key DESC LIMIT ?",
        row -> MessageId.of(row.getBytes(1)),
        most);
  }

  public void confirmed(Tx tx, MessageId target, DeviceId reader, Instant shown) {
    tx.update(
        "INSERT OR IGNORE INTO confirmation (target, reader, shown_time) VALUES (?, ?, ?)",
        target,
        reader,
        shown.toEpochMilli());
  }

  /** Who has confirmed an announcement, and when. */
  public Map<DeviceId, Instant> confirmations(Tx tx, MessageId id) {
    var all = new HashMap<DeviceId, Instant>();
    tx.list(
            "SELECT reader, shown_time FROM confirmation WHERE target = ?",
            row -> Map.entry(DeviceId.of(row.getBytes(1)), Instant.ofEpochMilli(row.getLong(2))),
            id)
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  public boolean isConfirmed(Tx tx, MessageId id, DeviceId reader) {
    return tx.number(
            "SELECT count(*) FROM confirmation WHERE target = ? AND reader = ?", id, reader)
        > 0;
  }

  /** How many announcements of somebody a reader has confirmed. */
  public long confirmationsOf(Tx tx, DeviceId reader, DeviceId author) {
    return tx.number(
        "SELECT count(*) FROM confirmation c JOIN message m ON m.id = c.target"
            + " WHERE c.reader = ? AND m.author = ?",
        reader,
        author);
  }

  /** How far an announcement has come with those who said so. */
  public List<Come> come(Tx tx, MessageId id) {
    return tx.list(
        "SELECT k.reader, max(k.delivered >= a.seq), max(k.read >= a.seq) FROM announced a"
            + " JOIN board b ON b.conversation = a.conversation"
            + " JOIN marker k ON k.conversation = a.conversation AND k.author = b.author"
            + " AND k.epoch = a.epoch WHERE a.id = ? GROUP BY k.reader",
        row -> new Come(DeviceId.of(row.getBytes(1)), row.getInt(2) != 0, row.getInt(3) != 0),
        id);
  }

  /** Events of a board that are not read here. */
  public long unreadEvents(Tx tx, ConversationId id, DeviceId us) {
    return unread(tx, "count(*)", id, us);
  }

  /** Bytes of their bodies. */
  public long unreadBytes(Tx tx, ConversationId id, DeviceId us) {
    return unread(tx, "coalesce(sum(length(e.body)), 0)", id, us);
  }

  private static long unread(Tx tx, String what, ConversationId id, DeviceId us) {
    return tx.number(
        "SELECT "
            + what
            + " FROM event e WHERE e.conversation = ? AND e.seq > coalesce((SELECT k.read FROM"
            + " marker k WHERE k.conversation = e.conversation AND k.author = e.author AND"
            + " k.epoch = e.epoch AND k.reader = ?), 0)",
        id,
        us);
  }
}
