package paloma.store;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What this device knows of itself, by name. */
public final class OwnStore {
  public Optional<byte[]> value(Tx tx, String name) {
    return tx.first("SELECT value FROM own WHERE name = ?", row -> row.getBytes(1), name);
  }

  public void set(Tx tx, String name, byte[] value) {
    tx.update(
        "INSERT INTO own (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value);
  }

  /** Adds one to a counter that begins at 0; the new value. */
  public long next(Tx tx, String name) {
    long next = value(tx, name).map(v -> ByteBuffer.wrap(v).getLong()).orElse(0L) + 1;
    set(tx, name, ByteBuffer.allocate(Long.BYTES).putLong(next).array());
    return next;
  }

  /** What every counter that others know has to be above; 0 where nothing was ever put back. */
  public long renewed(Tx tx) {
    return value(tx, Renewal.RENEWED).map(v -> ByteBuffer.wrap(v).getLong()).orElse(0L);
  }
}
