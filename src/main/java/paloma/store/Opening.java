package paloma.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paloma.model.Problem;

/**
 * Opens the database of a profile whatever became of it. A damaged one is kept aside and the best
 * backup takes its place; where there is none, an empty one does. What happened is told, and never
 * is a history silently empty.
 */
final class Opening {
  private static final System.Logger LOG = System.getLogger("paloma.store");

  /** A database up to this size is looked through at every start: that takes milliseconds. */
  private static final long SMALL_BYTES = 16L << 20;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter FOR_PEOPLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Path file;
  private final Instant now;
  private final Backups backups;
  private final List<Problem> told = new ArrayList<>();
  private boolean renew;

  Opening(Path file, Instant now) {
    this.file = file;
    this.now = now;
    backups = new Backups(file);
  }

  /** What people have to know of how it went; empty when all was well. */
  List<Problem> told() {
    return told;
  }

  /** The file that is there from the first commit on until the end in order. */
  static Path marker(Path file) {
    return file.resolveSibling(file.getFileName() + ".open");
  }

  /** A connection to a sound database of the newest form. */
  Connection open() throws IOException, SQLException {
    var wrong = damage();
    if (wrong.isPresent()) recover(wrong.get());
    Connection connection;
    try {
      connection = opened();
    } catch (SQLException e) {
      if (!Damage.of(e)) throw e;
      // The check did not see what the migration met.
      recover(String.valueOf(e.getMessage()));
      connection = opened();
    }
    backups.markUsed();
    return connection;
  }

  private Connection opened() throws IOException, SQLException {
    var connection = Connections.openForWriting(file);
    try {
      Migrations.run(connection, backups, now);
      if (renew) Renewal.run(connection, now);
      return connection;
    } catch (SQLException | IOException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** What is wrong with the file, if anything is. */
  private Optional<String> damage() throws IOException {
    if (!Files.exists(file)) {
      return backups.everUsed() ? Optional.of("missing") : Optional.empty();
    }
    if (Files.size(file) == 0 && !backups.everUsed()) return Optional.empty();
    var wal = beside("-wal");
    boolean walThere = Files.exists(wal) && Files.size(wal) > 0;
    boolean ended = !walThere && !Files.exists(marker(file));
    if (ended && Files.size(file) > SMALL_BYTES) return Optional.empty();
    boolean shortened = WalCheck.lost(wal) || !walThere && !ended;
    if (shortened) keepWal(wal);
    var wrong = Damage.in(file);
    if (wrong.isEmpty() && shortened) {
      LOG.log(Level.WARNING, "the write-ahead log was lost");
      told.add(Problem.failed("database-shortened"));
      renew = true;
    }
    return wrong;
  }

  /** SQLite would throw away what it can't read. */
  private void keepWal(Path wal) throws IOException {
    if (Files.exists(wal)) {
      Files.copy(wal, free(aside() + "-wal"), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private void recover(String why) throws IOException {
    LOG.log(Level.ERROR, "the database is damaged: {0}", why.lines().findFirst().orElse(""));
    told.clear();
    var aside = keepAside();
    for (var backup : backups.newestFirst()) {
      if (put(backup)) {
        var made = FOR_PEOPLE.format(Backups.made(backup).atZone(ZoneId.systemDefault()));
        told.add(Problem.failed("database-restored", made, aside));
        return;
      }
      LOG.log(Level.WARNING, "the backup {0} is of no use", backup.getFileName());
    }
    told.add(Problem.failed("database-emptied", aside));
    renew = true;
  }

  /** Moves what is there out of the way; the name it has now. */
  private String keepAside() throws IOException {
    var name = aside();
    Files.deleteIfExists(marker(file));
    var kept = Files.exists(file) ? free(name) : file;
    if (Files.exists(file)) Files.move(file, kept);
    if (Files.exists(beside("-wal"))) {
      Files.move(beside("-wal"), free(kept.getFileName() + "-wal"));
    }
    Files.deleteIfExists(beside("-shm"));
    return kept.getFileName().toString();
  }

  private String aside() {
    return file.getFileName() + ".damaged-" + STAMP.format(now);
  }

  private Path free(String name) {
    var path = file.resolveSibling(name);
    for (int i = 2; Files.exists(path); i++) path = file.resolveSibling(name + "." + i);
    return path;
  }

  private Path beside(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  /** Puts a backup in the place of the database; false when it is no good itself. */
  private boolean put(Path backup) throws IOException {
    var part = beside(".part");
    Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
    try {
      if (!(Spare.prepare(part, now) instanceof Spare.Ready)) return false;
      Backups.persist(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } finally {
      for (var rest : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(file.resolveSibling(part.getFileName() + rest));
      }
    }
  }
}
