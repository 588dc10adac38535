package paloma.lan;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What {@code mvn -Pinstaller package} made, and packages made of it. */
final class Packages {
  private static final Path FOLDER = Path.of("target/installer");

  private Packages() {}

  /** Skips a test, with the reason, where no packages were built. */
  @ExtendWith(Built.class)
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Needed {}

  static final class Built implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      for (var form : List.of(".deb", ".rpm", ".tar.xz")) {
        if (find(form).isEmpty()) {
          return ConditionEvaluationResult.disabled("no " + form + ": mvn -Pinstaller verify");
        }
      }
      return ConditionEvaluationResult.enabled("packages were built");
    }
  }

  static Path deb() {
    return find(".deb").orElseThrow();
  }

  static Path rpm() {
    return find(".rpm").orElseThrow();
  }

  static Path archive() {
    return find(".tar.xz").orElseThrow();
  }

  private static Optional<Path> find(String form) {
    if (!Files.isDirectory(FOLDER)) return Optional.empty();
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(form)).findFirst();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The package of a later version, for tests of an upgrade: what changes is its number. It has no
   * start-up caches, for those belong to the very jars they were recorded from.
   */
  static Path later(Path deb, String version, Path scratch) throws IOException {
    var tree = scratch.resolve("later");
    Shell.run("dpkg-deb", "-R", deb.toString(), tree.toString());
    var control = tree.resolve("DEBIAN/control");
    Files.writeString(
        control,
        Files.readString(control).replaceFirst("(?m)^Version: .*$", "Version: " + version));
    Files.delete(tree.resolve("DEBIAN/md5sums"));
    var lib = tree.resolve("opt/paloma/lib");
    for (var cache : List.of("run.aot", "command.aot")) Files.delete(lib.resolve(cache));
    try (var jar = FileSystems.newFileSystem(lib.resolve("paloma.jar"))) {
      Files.writeString(jar.getPath("paloma/settings/version.txt"), version);
    }
    var later = scratch.resolve("later.deb");
    Shell.run("dpkg-deb", "-Znone", "-b", tree.toString(), later.toString());
    return later;
  }
}
