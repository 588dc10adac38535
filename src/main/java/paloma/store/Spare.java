package paloma.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;

/** A database file that is to take the place of one that is newer, lost or another profile's. */
public sealed interface Spare {
  /** It is sound and made ready: its logs go on in new epochs, its counters begin higher. */
  record Ready(long messages) implements Spare {}

  /** A newer Paloma has made it. */
  record Newer() implements Spare {}

  /** It is damaged or none of ours. */
  record Unsound() implements Spare {}

  /** Looks through a copy that nobody else has open and makes it ready. */
  static Spare prepare(Path copy, Instant now) throws IOException {
    if (Damage.in(copy).isPresent()) return new Unsound();
    try (var connection = Connections.open(copy);
        var statement = connection.createStatement()) {
      if (Migrations.newer(connection)) return new Newer();
      if (!Migrations.known(connection)) return new Unsound();
      Renewal.run(connection, now);
      try (var row = statement.executeQuery("SELECT count(*) FROM message")) {
        return new Ready(row.next() ? row.getLong(1) : 0);
      }
    } catch (SQLException e) {
      System.getLogger("paloma.store").log(System.Logger.Level.WARNING, "no spare: " + copy, e);
      return new Unsound();
    }
  }
}
