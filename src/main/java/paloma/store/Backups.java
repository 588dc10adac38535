package paloma.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies of the database that Paloma keeps beside it, in the folder {@code backups}: the newest
 * daily ones, and one for each older form. The folder's being there tells that the profile was used
 * before. A copy appears whole or not at all.
 */
public final class Backups {
  private static final System.Logger LOG = System.getLogger("paloma.store");

  /** Daily copies that are kept. */
  static final int KEPT = 3;

  /** Room that is left to others on the disk. */
  private static final long SPARE_BYTES = 64L << 20;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** Group 1 is when it was made, in UTC; group 2 the older form that a migration left. */
  private static final Pattern NAME = Pattern.compile("paloma-(\\d{8}-\\d{6})(-form\\d+)?\\.db");

  private final Path database;
  private final Path folder;

  /** The copies of the database in this file. */
  public Backups(Path database) {
    this.database = database;
    folder = database.resolveSibling("backups");
  }

  /** Whether this profile had a database before. */
  boolean everUsed() {
    return Files.isDirectory(folder);
  }

  void markUsed() throws IOException {
    Files.createDirectories(folder);
  }

  /** Copies the database as it is committed now; false where the disk has no room for it. */
  public boolean make(Instant now) throws IOException {
    markUsed();
    if (Files.getFileStore(folder).getUsableSpace() < 2 * Files.size(database) + SPARE_BYTES) {
      LOG.log(Level.WARNING, "no room for a backup");
      return false;
    }
    try (var connection = Connections.open(database)) {
      copy(connection, folder.resolve("paloma-" + STAMP.format(now) + ".db"));
    } catch (SQLException e) {
      throw new IOException("backup failed: " + e.getMessage(), e);
    }
    thinOut(name -> !name.contains("-form"));
    return true;
  }

  /** Writes a copy of the database as it is committed now to a place of the caller's. */
  public void copyTo(Path file) throws IOException {
    try (var connection = Connections.open(database)) {
      copy(connection, file);
    } catch (SQLException e) {
      throw new IOException("copy failed: " + e.getMessage(), e);
    }
  }

  /** Copies the database before a migration; one copy of each form is kept. */
  void beforeMigration(Connection connection, int form, Instant now)
      throws IOException, SQLException {
    markUsed();
    copy(connection, folder.resolve("paloma-" + STAMP.format(now) + "-form" + form + ".db"));
    keepNewest(1, name -> name.endsWith("-form" + form + ".db"));
  }

  private void thinOut(Predicate<String> which) throws IOException {
    keepNewest(KEPT, which);
  }

  private void keepNewest(int count, Predicate<String> which) throws IOException {
    var all = newestFirst().stream().filter(file -> which.test(name(file))).toList();
    for (var old : all.subList(Math.min(count, all.size()), all.size())) Files.delete(old);
  }

  /** Writes the committed state of a database to a file that appears when it is whole. */
  static void copy(Connection connection, Path to) throws IOException, SQLException {
    var part = to.resolveSibling(to.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
        statement.setString(1, part.toString());
        statement.execute();
      }
      persist(part);
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** After this a power cut takes nothing of the file. */
  static void persist(Path file) throws IOException {
    try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.force(true);
    }
  }

  /** All copies, the newest first. */
  public List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(name(file)).matches())
          .sorted(Comparator.comparing(Backups::name).reversed())
          .toList();
    }
  }

  /** When the newest daily copy was made; empty when there is none. */
  public Optional<Instant> newest() throws IOException {
    return newestFirst().stream()
        .filter(file -> !name(file).contains("-form"))
        .map(Backups::made)
        .findFirst();
  }

  /** When a copy was made. */
  static Instant made(Path file) {
    var name = NAME.matcher(name(file));
    if (!name.matches()) return Instant.EPOCH;
    try {
      return STAMP.parse(name.group(1), Instant::from);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
