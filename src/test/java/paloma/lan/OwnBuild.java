package paloma.lan;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.jr.ob.JSON;

/**
 * A copy of the packaged program as a maker would build it: with a release key of its own, and
 * installed as a deb. There is no other way to make a Paloma trust a key.
 */
final class OwnBuild {
  private final Path image;
  private final Path key;

  private OwnBuild(Path image, Path key) {
    this.image = image;
    this.key = key;
  }

  static OwnBuild in(Path folder) throws IOException {
    var image = folder.resolve("image");
    var original = Node.PROGRAM.getParent().getParent();
    try (var files = Files.walk(original)) {
      for (var file : files.toList()) {
        Files.copy(file, image.resolve(original.relativize(file).toString()));
      }
    }
    var build = new OwnBuild(image, folder.resolve("release.key"));
    var made = build.release("key", build.key.toString());
    var jar = image.resolve("lib/paloma.jar");
    try (var inside = FileSystems.newFileSystem(jar)) {
      var keys = inside.getPath("paloma/update/release-keys.txt");
      Files.writeString(keys, JSON.std.mapFrom(made).get("publicKey").toString());
    }
    Files.writeString(image.resolve("lib/package.txt"), "deb\n");
    return build;
  }

  Path program() {
    return image.resolve("bin/paloma");
  }

  /** An installer of that version for these hosts, signed. */
  Path installer(Path folder, String version, long bytes) throws IOException {
    Files.createDirectories(folder);
    var arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    var file = folder.resolve("paloma_" + version + "_" + arch + ".deb");
    Samples.file(file, bytes);
    release("sign", file.toString(), "--key", key.toString());
    return file;
  }

  private String release(String... words) {
    return Shell.run(
        Shell.words(
            Shell.words(
                List.of(
                    "env",
                    "JAVA_HOME=" + System.getProperty("java.home"),
                    program().toString(),
                    "--json",
                    "release")),
            words));
  }
}
