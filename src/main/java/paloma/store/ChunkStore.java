package paloma.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import paloma.model.DeviceId;
import paloma.model.MessageId;

/** What is known of the chunks of offers: signed hashes, and which chunks are here. */
public final class ChunkStore {
  private final Database database;

  public ChunkStore(Database database) {
    this.database = database;
  }

  /** A signed page as it travels: hashes of {@code count} chunks from {@code first} on. */
  public record SignedPage(int first, int count, byte[] page, byte[] signature) {}

  /** A page that covers a chunk, not beginning before {@code least}. */
  public Optional<SignedPage> page(MessageId offer, int least, int chunk) {
    return database.read(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "SELECT first, count, page, signature FROM page WHERE offer = ?"
                      + " AND first BETWEEN ? AND ? AND first + count > ?"
                      + " ORDER BY first DESC LIMIT 1")) {
            select.setBytes(1, offer.bytes());
            select.setInt(2, least);
            select.setInt(3, chunk);
            select.setInt(4, chunk);
            try (var row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new SignedPage(
                          row.getInt(1), row.getInt(2), row.getBytes(3), row.getBytes(4)))
                  : Optional.empty();
            }
          }
        });
  }

  public CompletableFuture<Void> keep(MessageId offer, List<SignedPage> pages) {
    return database.writeLater(
        connection -> {
          insert(connection, offer, pages);
          return null;
        });
  }

  private static void insert(Connection connection, MessageId offer, List<SignedPage> pages)
      throws SQLException {
    if (pages.isEmpty()) return;
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO page SELECT ?1, ?2, ?3, ?4, ?5"
                + " WHERE EXISTS (SELECT 1 FROM offer WHERE offer = ?1)"
                + " ON CONFLICT DO UPDATE SET count = excluded.count, page = excluded.page,"
                + " signature = excluded.signature WHERE excluded.count > page.count")) {
      for (var page : pages) {
        insert.setBytes(1, offer.bytes());
        insert.setInt(2, page.first());
        insert.setInt(3, page.count());
        insert.setBytes(4, page.page());
        insert.setBytes(5, page.signature());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Marks chunks as here, with the pages that prove them; their bytes are already written. */
  public CompletableFuture<Void> journal(
      MessageId offer, DeviceId peer, BitSet have, long done, List<SignedPage> pages) {
    var bits = have.toByteArray();
    return database.writeLater(
        connection -> {
          insert(connection, offer, pages);
          try (var upsert =
              connection.prepareStatement(
                  "INSERT INTO journal VALUES (?, ?)"
                      + " ON CONFLICT DO UPDATE SET have = excluded.have")) {
            upsert.setBytes(1, offer.bytes());
            upsert.setBytes(2, bits);
            upsert.executeUpdate();
          }
          try (var update =
              connection.prepareStatement(
                  "UPDATE transfer SET done = ? WHERE offer = ? AND peer = ?")) {
            update.setLong(1, done);
            update.setBytes(2, offer.bytes());
            update.setBytes(3, peer.bytes());
            update.executeUpdate();
          }
          return null;
        });
  }

  /** The chunks that were marked. */
  public BitSet have(MessageId offer) {
    return database.read(
        connection -> {
          try (var select =
              connection.prepareStatement("SELECT have FROM journal WHERE offer = ?")) {
            select.setBytes(1, offer.bytes());
            try (var row = select.executeQuery()) {
              return row.next() ? BitSet.valueOf(row.getBytes(1)) : new BitSet();
            }
          }
        });
  }
}
