package paloma.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeMap;
import paloma.model.Hash;

/** Files and folders made for tests, and what they hold. */
final class Trees {
  private Trees() {}

  static Path file(Path at, int bytes, long seed) throws IOException {
    Files.createDirectories(at.getParent());
    var content = new byte[bytes];
    new Random(seed).nextBytes(content);
    return Files.write(at, content);
  }

  /** Every path below a folder with its hash; a folder has none. */
  static TreeMap<String, String> content(Path root) throws IOException {
    var content = new TreeMap<String, String>();
    try (var paths = Files.walk(root)) {
      for (var path : paths.toList()) {
        var name = root.relativize(path).toString();
        content.put(
            name, Files.isDirectory(path) ? "folder" : Hash.sha256(Files.readAllBytes(path)).hex());
      }
    }
    return content;
  }
}
