package paloma.settings;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The folder that the program lies in. With a file named {@code portable} in it, the usual profile
 * and the downloads lie there too, and nothing is left elsewhere.
 */
public record ProgramHome(Path path) {
  private static final String MARK = "portable";

  /** Where this program runs from; empty when it runs from classes, as in a build. */
  public static Optional<ProgramHome> here() {
    return of(System::getProperty, code());
  }

  /**
   * The jar or the folder of classes that runs, by the class path: a class that came out of a
   * start-up cache does not know where it is from.
   */
  public static Path code() {
    return Path.of(System.getProperty("java.class.path", "").split(File.pathSeparator)[0]);
  }

  /**
   * By the property {@code paloma.home}, else by the place of the jar: {@code HOME/lib/paloma.jar},
   * or, as jpackage lays it out, {@code HOME/lib/app}, {@code HOME\app}, or {@code
   * HOME/Paloma.app/Contents/app}, where nothing can be put inside the signed bundle.
   *
   * @param code the jar or the folder of classes that runs
   */
  static Optional<ProgramHome> of(UnaryOperator<String> property, Path code) {
    var told = property.apply("paloma.home");
    if (told != null && !told.isBlank()) return Optional.of(new ProgramHome(absolute(told)));
    if (!code.getFileName().toString().endsWith(".jar")) return Optional.empty();
    var folder = code.toAbsolutePath().getParent();
    if (named(folder, "lib") && named(folder.getParent(), "app")) folder = folder.getParent();
    if (named(folder, "lib")) return home(folder.getParent());
    if (!named(folder, "app")) return Optional.empty();
    var above = folder.getParent();
    if (named(above, "lib")) return home(above.getParent());
    return home(named(above, "Contents") ? above.getParent().getParent() : above);
  }

  private static Optional<ProgramHome> home(Path folder) {
    return Optional.ofNullable(folder).map(ProgramHome::new);
  }

  private static boolean named(Path folder, String name) {
    return folder != null
        && folder.getFileName() != null
        && folder.getFileName().toString().equals(name);
  }

  private static Path absolute(String told) {
    return Path.of(told).toAbsolutePath().normalize();
  }

  /** Whether everything is to stay beside the program. */
  public boolean portable() {
    return Files.exists(path.resolve(MARK));
  }

  /** The home of a program that is to leave nothing elsewhere. */
  public static Optional<ProgramHome> portableHere() {
    return here().filter(ProgramHome::portable);
  }

  public Path profile() {
    return path.resolve("profile");
  }

  public Path downloads() {
    return path.resolve("downloads");
  }

  /** What starts this program again; empty when there is nothing of the kind. */
  public static Optional<Path> launcher() {
    return launcher(
        System::getProperty, here(), System.getProperty("os.name", "").toLowerCase(Locale.ROOT));
  }

  /**
   * By the property {@code paloma.launcher} or what jpackage's own launcher says of itself, else
   * what lies in the home.
   */
  static Optional<Path> launcher(
      UnaryOperator<String> property, Optional<ProgramHome> home, String os) {
    for (var key : List.of("paloma.launcher", "jpackage.app-path")) {
      var told = property.apply(key);
      try {
        if (told != null && !told.isBlank()) return Optional.of(absolute(told));
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
    var names =
        os.startsWith("windows")
            ? List.of("Paloma.exe", "bin/paloma.exe", "bin/paloma.cmd")
            : os.startsWith("mac")
                ? List.of("Paloma.app/Contents/MacOS/Paloma", "bin/paloma")
                : List.of("bin/paloma", "bin/Paloma");
    return home.flatMap(
        h -> names.stream().map(h.path::resolve).filter(Files::isRegularFile).findFirst());
  }
}
