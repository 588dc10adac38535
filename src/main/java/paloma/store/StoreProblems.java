package paloma.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import paloma.model.Problem;
import paloma.model.ProblemException;

/** What a failure of the database means to a person. */
final class StoreProblems {
  private StoreProblems() {}

  /** What a batch that could not be committed means. */
  static ProblemException of(Exception e) {
    return switch (e) {
      case Tx.Failure failure -> of(failure.sql());
      case SQLException sql -> of(sql);
      default -> new ProblemException(Problem.failed("database-failed", String.valueOf(e)), e);
    };
  }

  static ProblemException of(SQLException e) {
    var code = e instanceof SQLiteException known ? known.getResultCode() : null;
    var problem =
        code == SQLiteErrorCode.SQLITE_FULL
            ? Problem.failed("disk-full")
            : code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB
                ? Problem.failed("database-damaged")
                : Problem.failed("database-failed", String.valueOf(e.getMessage()));
    return new ProblemException(problem, e);
  }

  /** Whether SQLite has rolled back, or will have to roll back, the whole transaction. */
  static boolean spoilsAll(SQLException e) {
    if (!(e instanceof SQLiteException known)) return true;
    return switch (known.getResultCode().name()) {
      case "SQLITE_FULL", "SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_NOMEM" -> true;
      default -> known.getResultCode().name().startsWith("SQLITE_IOERR");
    };
  }
}
