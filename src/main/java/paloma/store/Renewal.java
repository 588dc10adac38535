package paloma.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What a database needs that is older than what others have seen of us: our logs go on in new
 * epochs, so that nothing said from now on can contradict what was said and forgotten; and the
 * counters that others expect to rise begin behind every value they can have had.
 */
final class Renewal {
  /** Counters of starts and of the profile begin at 1; seconds are far beyond any of them. */
  static final String RENEWED = "renewed";

  private Renewal() {}

  static void run(Connection connection, Instant now) throws SQLException {
    long seconds = now.getEpochSecond();
    try (var forget =
            connection.prepareStatement("DELETE FROM own WHERE substr(name, 1, 6) = 'epoch/'");
        var read = connection.prepareStatement("SELECT value FROM own WHERE name = 'boot'");
        var set =
            connection.prepareStatement(
                "INSERT INTO own (name, value) VALUES (?, ?)"
                    + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")) {
      forget.executeUpdate();
      long boot = 0;
      try (var row = read.executeQuery()) {
        if (row.next()) boot = ByteBuffer.wrap(row.getBytes(1)).getLong();
      }
      put(set, "boot", Math.max(boot, seconds));
      put(set, RENEWED, seconds);
    }
  }

  private static void put(java.sql.PreparedStatement set, String name, long value)
      throws SQLException {
    set.setString(1, name);
    set.setBytes(2, ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    set.executeUpdate();
  }
}
