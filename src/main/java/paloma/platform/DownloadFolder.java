package paloma.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where received files go while nobody chose another place. */
public final class DownloadFolder {
  private static final String OURS = "Paloma";

  private DownloadFolder() {}

  /**
   * The place on this machine, for this account; it need not exist yet.
   *
   * @param beside where a program that leaves nothing elsewhere puts files
   */
  public static Path here(Optional<Path> beside) {
    return beside.orElseGet(
        () -> of(Os.here(), System::getenv, Path.of(System.getProperty("user.home"))));
  }

  /** {@code environment} gives null for what is not set. */
  static Path of(Os os, UnaryOperator<String> environment, Path home) {
    return switch (os) {
      case WINDOWS, MACOS -> home.resolve("Downloads").resolve(OURS);
      case LINUX -> named(configuration(environment, home), home).resolve(OURS);
    };
  }

  /** The XDG specification says to ignore relative paths. */
  private static Path configuration(UnaryOperator<String> environment, Path home) {
    var value = environment.apply("XDG_CONFIG_HOME");
    return value != null && value.startsWith("/") ? Path.of(value) : home.resolve(".config");
  }

  /** The desktop's own download folder, whose name is in the person's language. */
  private static Path named(Path configuration, Path home) {
    var usual = home.resolve("Downloads");
    try (var lines = Files.lines(configuration.resolve("user-dirs.dirs"))) {
      return lines
          .map(String::strip)
          .filter(l -> l.startsWith("XDG_DOWNLOAD_DIR="))
          .map(l -> l.substring(l.indexOf('=') + 1).replace("\"", ""))
          .map(l -> l.replace("$HOME", home.toString()))
          .map(Path::of)
          .filter(Path::isAbsolute)
          .findFirst()
          .orElse(usual);
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      return usual;
    }
  }
}
