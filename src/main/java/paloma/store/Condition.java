package paloma.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import paloma.model.Problem;

/**
 * How a database is: what happened when it was opened, whether damage was met since, and the file
 * beside it that tells the next start that this one did not end in order. Thread-safe.
 */
public final class Condition {
  private static final System.Logger LOG = System.getLogger("paloma.store");

  private final Path marker;
  private final List<Problem> told;
  private boolean marked;
  private volatile boolean damaged;
  private volatile Runnable whenDamaged = () -> {};

  Condition(Path database, List<Problem> told) {
    marker = Opening.marker(database);
    this.told = List.copyOf(told);
  }

  /** What people have to know of how it was opened: a backup that took its place, a loss. */
  public List<Problem> told() {
    return told;
  }

  /** Whether SQLite met damage since it was opened. */
  public boolean damaged() {
    return damaged;
  }

  /** Told once, on any thread, if damage is met; the next start mends it. */
  public void whenDamaged(Runnable action) {
    whenDamaged = action;
    if (damaged) action.run();
  }

  /** Something was committed: from now on a write-ahead log has to be there. Writer thread. */
  void committed() {
    if (marked) return;
    marked = true;
    try {
      if (!Files.exists(marker)) Files.createFile(marker);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot mark the database as open", e);
    }
  }

  /** SQLite refused something. */
  void met(Exception e) {
    var sql = e instanceof Tx.Failure failure ? failure.sql() : e;
    if (damaged || !(sql instanceof SQLException s) || !Damage.of(s)) return;
    damaged = true;
    LOG.log(Level.ERROR, "the database is damaged", e);
    whenDamaged.run();
  }

  /** The connections are about to close in order. A damaged one stays to be looked at. */
  void ends() {
    try {
      if (!damaged) Files.deleteIfExists(marker);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot mark the database as closed", e);
    }
  }
}
