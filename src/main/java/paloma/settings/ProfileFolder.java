package paloma.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import paloma.model.Problem;

/** The folder of one identity: key, database, settings, lock and control socket. */
public record ProfileFolder(Path path) {
  /** The folder of these words, or the one where the operating system wants it. */
  public static ProfileFolder of(String words) {
    try {
      return new ProfileFolder(Path.of(words).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      throw Problem.usage("folder-name", words).exception();
    }
  }

  /** The place for somebody who names none: beside a portable program, else the system's. */
  public static ProfileFolder usual() {
    return ProgramHome.portableHere()
        .map(home -> new ProfileFolder(home.profile()))
        .orElseGet(() ->
            usual(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv()));
  }

  static ProfileFolder usual(String os, Path home, Map<String, String> environment) {
    var system = os.toLowerCase(Locale.ROOT);
    Path place;
    if (system.startsWith("windows")) {
      place = variable(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve("Paloma");
    } else if (system.startsWith("mac")) {
      place = home.resolve("Library/Application Support/Paloma");
    } else {
      place = variable(environment, "XDG_DATA_HOME", home.resolve(".local/share"));
      place = place.resolve("paloma");
    }
    return new ProfileFolder(place.toAbsolutePath());
  }

  private static Path variable(Map<String, String> environment, String name, Path otherwise) {
    var value = environment.getOrDefault(name, "");
    return value.isBlank() ? otherwise : Path.of(value);
  }

  /** Where an administrator puts values that nobody can change. */
  public static Path policyFile() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return variable(System.getenv(), "ProgramData", Path.of("C:/ProgramData"))
          .resolve("Paloma/policy.json");
    }
    return Path.of(
        system.startsWith("mac")
            ? "/Library/Application Support/Paloma/policy.json"
            : "/etc/paloma/policy.json");
  }

  /** Makes the folder if there is none: for its owner alone, from its first moment. */
  public void create() {
    try {
      if (Files.isDirectory(path)) {
        if (!Files.isWritable(path)) throw notWritable();
        return;
      }
      if (path.getParent() != null) Files.createDirectories(path.getParent());
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        var mine = PosixFilePermissions.fromString("rwx------");
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(mine));
      } else {
        Files.createDirectory(path);
      }
    } catch (IOException e) {
      throw notWritable();
    }
  }

  private RuntimeException notWritable() {
    return Problem.failed("folder-not-writable", path.toString()).exception();
  }

  /** Opens the settings of this profile; only who holds the lock may. */
  public Settings settings(PolicyReading office) {
    return Settings.open(settingsFile(), office);
  }

  /** The settings as they stand, for a client of the instance. */
  public Settings settingsAsTheyStand(PolicyReading office) {
    return Settings.peek(settingsFile(), office);
  }

  private Path settingsFile() {
    return path.resolve("settings.json");
  }

  public Path lockFile() {
    return path.resolve("lock");
  }

  public Path controlSocket() {
    return path.resolve("control.sock");
  }
}
