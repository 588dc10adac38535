package paloma.store;

import java.util.BitSet;
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
    return database.read(tx ->
        tx.first(
            "SELECT first, count, page, signature FROM page WHERE offer = ?"
                + " AND first BETWEEN ? AND ? AND first + count > ?"
                + " ORDER BY first DESC LIMIT 1",
            row -> new SignedPage(row.getInt(1), row.getInt(2), row.getBytes(3), row.getBytes(4)),
            offer,
            least,
            chunk,
            chunk));
  }

  /** Keeps a page; it is no loss when that fails. */
  public CompletableFuture<Void> keep(MessageId offer, SignedPage page) {
    return database.writeRelaxed(tx -> {
      insert(tx, offer, page);
      return null;
    });
  }

  /** A longer page replaces a shorter one; an offer that was stripped meanwhile gets none. */
  private static void insert(Tx tx, MessageId offer, SignedPage page) {
    tx.update(
        "INSERT INTO page SELECT ?, ?, ?, ?, ?"
            + " WHERE EXISTS (SELECT 1 FROM offer WHERE offer = ? AND manifest IS NOT NULL)"
            + " ON CONFLICT DO UPDATE SET count = excluded.count, page = excluded.page,"
            + " signature = excluded.signature WHERE excluded.count > page.count",
        offer,
        page.first(),
        page.count(),
        page.page(),
        page.signature(),
        offer);
  }

  /**
   * Marks chunks as here. Their bytes are written, but not to the disk either: after a power cut
   * the last chunks are read again.
   */
  public CompletableFuture<Void> mark(MessageId offer, DeviceId peer, BitSet have, long done) {
    var bits = have.toByteArray();
    return database.writeRelaxed(tx -> {
      tx.update(
          "INSERT INTO journal VALUES (?, ?) ON CONFLICT DO UPDATE SET have = excluded.have",
          offer,
          bits);
      tx.update("UPDATE transfer SET done = ? WHERE offer = ? AND peer = ?", done, offer, peer);
      return null;
    });
  }

  /** The chunks that a page is kept for, marked or not. */
  public BitSet proved(MessageId offer) {
    var proved = new BitSet();
    database
        .read(tx ->
            tx.list(
                "SELECT first, count FROM page WHERE offer = ?",
                row -> new int[] {row.getInt(1), row.getInt(1) + row.getInt(2)},
                offer))
        .forEach(range -> proved.set(range[0], range[1]));
    return proved;
  }

  /** The chunks that were marked. */
  public BitSet have(MessageId offer) {
    return database.read(tx ->
        tx.first(
                "SELECT have FROM journal WHERE offer = ?",
                row -> BitSet.valueOf(row.getBytes(1)),
                offer)
            .orElseGet(BitSet::new));
  }
}
