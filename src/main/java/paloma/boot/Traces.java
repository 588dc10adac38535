package paloma.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import paloma.settings.ProgramHome;

/**
 * What libraries unpack beside a portable program instead of in the account of whoever lent the
 * computer: the native parts of JavaFX, which stay, and of SQLite, which go at the end.
 */
final class Traces {
  private Traces() {}

  /**
   * Tells the libraries; what was set stays.
   *
   * @param launcher where it can't be executed, nothing on that medium can, native code neither
   */
  static void keepBeside(
      Optional<ProgramHome> portable, Optional<Path> launcher, Properties properties) {
    if (portable.isEmpty() || launcher.filter(Files::isExecutable).isEmpty()) return;
    var cache = portable.get().path().resolve("cache");
    try {
      Files.createDirectories(cache);
    } catch (IOException e) {
      return; // the profile can't be written either, and that is said
    }
    properties.putIfAbsent("javafx.cachedir", cache.resolve("javafx").toString());
    properties.putIfAbsent("org.sqlite.tmpdir", cache.toString());
  }
}
