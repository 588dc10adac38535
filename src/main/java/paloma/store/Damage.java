package paloma.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a damaged database from one that only can't be opened now. */
final class Damage {
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
   * Reads a whole database and says what is wrong with it; empty when it is sound.
   *
   * @throws IOException when it could not be read at all, which says nothing about it
   */
  static Optional<String> in(Path file) throws IOException {
    if (Files.size(file) == 0) return Optional.of("empty");
    try (var connection = Connections.open(file);
        var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA quick_check(1)")) {
      var says = row.next() ? row.getString(1) : "no answer";
      return says.equals("ok") ? Optional.empty() : Optional.of(says);
    } catch (SQLException e) {
      if (of(e) || ofSchema(e)) return Optional.of(String.valueOf(e.getMessage()));
      throw new IOException("cannot check " + file + ": " + e.getMessage(), e);
    }
  }
}
