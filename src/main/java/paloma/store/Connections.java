package paloma.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** The one place that says how the database is opened. */
final class Connections {
  /** How long a statement waits for another process, such as a backup tool. */
  private static final int BUSY_MILLIS = 5_000;

  private Connections() {}

  static Connection open(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
    }
    return connection;
  }

  static Connection openForReading(Path file) throws SQLException {
    var connection = open(file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
    }
    return connection;
  }
}
