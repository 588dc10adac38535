package paloma.store;

import java.util.List;
import java.util.Optional;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.LogId;
import paloma.model.Marker;

/** How far each reader has come in each log. Numbers only rise. */
public final class MarkerStore {
  /**
   * A marker with the bytes its reader signed, which alone tell the hash it is about; both null for
   * one that is not signed yet.
   */
  public record Signed(Marker marker, long sent, byte[] bytes, byte[] signature) {}

  private static final String COLUMNS =
      "SELECT conversation, author, epoch, reader, delivered, read, sent, marker, signature"
          + " FROM marker WHERE conversation = ? ";

  private static final Tx.Row<Signed> SIGNED =
      row ->
          new Signed(
              new Marker(
                  new LogId(
                      ConversationId.of(row.getBytes(1)),
                      DeviceId.of(row.getBytes(2)),
                      row.getLong(3)),
                  DeviceId.of(row.getBytes(4)),
                  row.getLong(5),
                  Hash.ZERO,
                  row.getLong(6)),
              row.getLong(7),
              row.getBytes(8),
              row.getBytes(9));

  public Optional<Signed> find(Tx tx, LogId log, DeviceId reader) {
    return tx.first(
        COLUMNS + "AND author = ? AND epoch = ? AND reader = ?",
        SIGNED,
        log.conversation(),
        log.author(),
        log.epoch(),
        reader);
  }

  /** All markers of a conversation. */
  public List<Signed> of(Tx tx, ConversationId conversation) {
    return tx.list(COLUMNS, SIGNED, conversation);
  }

  /** Keeps what is further, or proved at last; whether anything changed. */
  public boolean raise(Tx tx, Marker marker, byte[] bytes, byte[] signature) {
    var log = marker.log();
    return tx.update(
            "INSERT INTO marker (conversation, author, epoch, reader, delivered, read, marker,"
                + " signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (conversation, author, epoch, reader) DO UPDATE SET"
                + " delivered = max(delivered, excluded.delivered),"
                + " read = max(read, excluded.read),"
                + " marker = excluded.marker, signature = excluded.signature"
                + " WHERE excluded.delivered > delivered OR excluded.read > read"
                + " OR signature IS NULL AND excluded.signature IS NOT NULL"
                + " AND excluded.delivered >= delivered AND excluded.read >= read",
            log.conversation(),
            log.author(),
            log.epoch(),
            marker.reader(),
            marker.delivered(),
            marker.read(),
            bytes,
            signature)
        > 0;
  }

  /** How far a reader's own reading may be told to others. */
  public long told(Tx tx, LogId log, DeviceId reader) {
    return tx.number(
        "SELECT told FROM marker WHERE conversation = ? AND author = ? AND epoch = ?"
            + " AND reader = ?",
        log.conversation(),
        log.author(),
        log.epoch(),
        reader);
  }

  /** Others may learn that so much was read. */
  public void tell(Tx tx, LogId log, DeviceId reader, long read) {
    tx.update(
        "UPDATE marker SET told = max(told, ?) WHERE conversation = ? AND author = ?"
            + " AND epoch = ? AND reader = ?",
        read,
        log.conversation(),
        log.author(),
        log.epoch(),
        reader);
  }

  /** What was handed over to a reader; whether it rose. */
  public boolean raiseSent(Tx tx, LogId log, DeviceId reader, long sent) {
    return tx.update(
            "INSERT INTO marker (conversation, author, epoch, reader, sent)"
                + " VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (conversation, author, epoch, reader) DO UPDATE SET"
                + " sent = excluded.sent WHERE excluded.sent > sent",
            log.conversation(),
            log.author(),
            log.epoch(),
            reader,
            sent)
        > 0;
  }
}
