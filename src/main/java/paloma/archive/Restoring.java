package paloma.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.store.Spare;

/**
 * Puts a backup in the place of a profile that nobody runs: first everything is read and checked
 * beside it, then what is there moves into a folder of its own, then the backup takes its place.
 * Whoever calls this holds the profile's lock.
 */
public final class Restoring {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** What of a profile a backup replaces; the rest stays, such as automatic backups. */
  private static final List<String> REPLACED =
      List.of("paloma.db", "paloma.db-wal", "paloma.db-shm", "paloma.db.open", "settings.json");

  private static final String KEY = "identity.p12";

  private final Path profile;
  private final Instant now;

  public Restoring(Path profile, Instant now) {
    this.profile = profile;
    this.now = now;
  }

  /**
   * What was done.
   *
   * @param aside where the old profile is; null when there was none
   */
  public record Restored(Instant made, Path aside, long messages) {}

  /** Restores; nothing has changed when this throws a problem of the backup. */
  public Restored from(Path backup, char[] passphrase) {
    var staged = profile.resolve("restoring");
    try {
      clear(staged);
      Files.createDirectory(staged);
      var made = SealedBackup.read(backup, passphrase, staged);
      long messages = checked(backup, staged);
      var aside = keepAside();
      for (var name : SealedBackup.NAMES) {
        var file = staged.resolve(name);
        if (Files.exists(file)) {
          Files.move(
              file,
              profile.resolve(name),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return new Restored(made, aside, messages);
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("file-not-written", profile.toString()), e);
    } finally {
      clearQuietly(staged);
    }
  }

  private long checked(Path backup, Path staged) throws IOException {
    var database = staged.resolve(SealedBackup.NAMES.getFirst());
    var name = backup.toString();
    if (!Files.exists(database) || !Files.exists(staged.resolve(KEY))) {
      throw Problem.failed("backup-damaged", name).exception();
    }
    return switch (Spare.prepare(database, now)) {
      case Spare.Ready(var messages) -> messages;
      case Spare.Newer() -> throw Problem.failed("backup-newer", name).exception();
      case Spare.Unsound() -> throw Problem.failed("backup-damaged", name).exception();
    };
  }

  /** Moves what will be replaced; the key is copied, so that there is one at any moment. */
  private Path keepAside() throws IOException {
    var here = REPLACED.stream().map(profile::resolve).filter(Files::exists).toList();
    var key = profile.resolve(KEY);
    if (here.isEmpty() && !Files.exists(key)) return null;
    var aside = profile.resolve("before-restore-" + STAMP.format(now));
    for (int i = 2; Files.exists(aside); i++) {
      aside = profile.resolve("before-restore-" + STAMP.format(now) + "-" + i);
    }
    Files.createDirectory(aside);
    if (Files.exists(key)) {
      Files.copy(key, aside.resolve(KEY), StandardCopyOption.COPY_ATTRIBUTES);
    }
    for (var file : here) Files.move(file, aside.resolve(file.getFileName()));
    return aside;
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return;
    try (Stream<Path> files = Files.list(folder)) {
      for (var file : files.toList()) Files.delete(file);
    }
    Files.delete(folder);
  }

  private static void clearQuietly(Path folder) {
    try {
      clear(folder);
    } catch (IOException e) {
      System.getLogger("paloma.archive").log(System.Logger.Level.WARNING, "left " + folder, e);
    }
  }
}
