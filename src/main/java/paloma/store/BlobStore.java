package paloma.store;

import java.time.Instant;
import java.util.Optional;
import paloma.model.Hash;

/** Small pictures by their hash: a cache that is bounded and may lose any of them. */
public final class BlobStore {
  /** As many as there are people in the largest office that this is made for; 64 KiB each. */
  public static final int MOST = 1_000;

  public boolean has(Tx tx, Hash hash) {
    return tx.number("SELECT count(*) FROM blob WHERE hash = ?", hash) > 0;
  }

  public Optional<byte[]> bytes(Tx tx, Hash hash) {
    return tx.first("SELECT bytes FROM blob WHERE hash = ?", row -> row.getBytes(1), hash);
  }

  /**
   * Keeps one; what no profile names any more makes room first, then strangers', then the oldest.
   */
  public void keep(Tx tx, Hash hash, byte[] bytes, Instant now) {
    tx.update(
        "INSERT INTO blob (hash, bytes, used) VALUES (?, ?, ?)"
            + " ON CONFLICT (hash) DO UPDATE SET used = excluded.used",
        hash,
        bytes,
        now.toEpochMilli());
    tx.update(
        "DELETE FROM blob WHERE hash <> ? AND hash NOT IN (SELECT hash FROM blob b ORDER BY"
            + " (SELECT max(CASE trust WHEN 'NEW' THEN 1 WHEN 'BLOCKED' THEN 1 ELSE 2 END)"
            + " FROM device d WHERE d.avatar = b.hash) DESC NULLS LAST, used DESC LIMIT ?)",
        hash,
        MOST);
  }
}
