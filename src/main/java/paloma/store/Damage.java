package paloma.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a damaged database from one that only can't be opened now. */
final class Damage {
  private static final int MOST_FOUND = 100;

  /** SQLite finds it in the search index. */
  private static final Predicate<String> OF_INDEX =
      says -> says.startsWith("fts5: ") || says.contains(" FTS5 table ");

  private Damage() {}

  /** Whether SQLite says that the file itself is wrong, not its place, its rights or the disk. */
  static boolean of(SQLException e) {
    if (!(e instanceof SQLiteException known)) return false;
    var code = known.getResultCode().name();
    return code.startsWith("SQLITE_CORRUPT")
        || code.equals("SQLITE_NOTADB")
        || code.equals("SQLITE_FORMAT")
        || code.equals("SQLITE_IOERR_SHORT_READ");
  }

  /** Whether the file says what nobody wrote: a check has no other reason to be refused so. */
  private static boolean ofSchema(SQLException e) {
    return e instanceof SQLiteException known
        && known.getResultCode() == SQLiteErrorCode.SQLITE_ERROR;
  }

  /**
   * Reads a whole database and says what is wrong with it; empty when it is sound. A search index
   * that is wrong is no damage, for it can be made anew: a note of it is left in the database.
   *
   * @throws IOException when it could not be read at all, which says nothing about it
   */
  static Optional<String> in(Path file) throws IOException {
    if (Files.size(file) == 0) return Optional.of("empty");
    try (var connection = Connections.open(file)) {
      var found = check(connection);
      var wrong = found.stream().filter(OF_INDEX.negate()).findFirst();
      if (wrong.isEmpty() && !found.isEmpty()) SearchStore.noteBroken(new Tx(connection));
      return wrong;
    } catch (SQLException e) {
      if (of(e) || ofSchema(e)) return Optional.of(String.valueOf(e.getMessage()));
      throw new IOException("cannot check " + file + ": " + e.getMessage(), e);
    }
  }

  private static List<String> check(Connection connection) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("PRAGMA quick_check(" + MOST_FOUND + ")")) {
      while (rows.next()) if (!rows.getString(1).equals("ok")) found.add(rows.getString(1));
    }
    return found;
  }
}
