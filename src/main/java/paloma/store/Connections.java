package paloma.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** The one place that says how the database is opened. */
final class Connections {
  /** How long a statement waits for another process, such as a backup tool. */
  private static final int BUSY_MILLIS = 5_000;

  /**
   * KiB of pages that the writer keeps: messages and their index go to places all over the file,
   * and a page that is not kept is read again for each.
   */
  private static final int WRITER_KIB = 16 * 1024;

  /** Pages in the log at which they go into the file: few waits for the disk, some 16 MiB. */
  private static final int CHECKPOINT_PAGES = 4_000;

  private Connections() {}

  static Connection openForWriting(Path file) throws SQLException {
    var connection = open(file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA cache_size = -" + WRITER_KIB);
      statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
    }
    return connection;
  }

  /** For work that is done once. */
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
