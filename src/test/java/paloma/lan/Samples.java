package paloma.lan;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Files to send, the same ones every time, and how to compare them. */
public final class Samples {
  private static final int BLOCK = 1 << 20;

  private Samples() {}

  public static Path file(Path path, long bytes) throws IOException {
    Files.createDirectories(path.getParent());
    var random = new SplittableRandom(bytes ^ path.getFileName().toString().hashCode());
    var block = new byte[BLOCK];
    try (var out = new BufferedOutputStream(Files.newOutputStream(path), BLOCK)) {
      for (long left = bytes; left > 0; left -= block.length) {
        random.nextBytes(block);
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
    return path;
  }

  /** So many files, a hundred in a folder, with an empty folder and names of several scripts. */
  public static Path folder(Path path, int files, int bytes) throws IOException {
    for (int i = 0; i < files; i++) {
      file(path.resolve("part " + i / 100).resolve("Übersicht 飞鸽 " + i + ".txt"), bytes);
    }
    file(path.resolve("empty.txt"), 0);
    Files.createDirectories(path.resolve("nothing in here"));
    return path;
  }

  public static String sha256(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      var block = new byte[BLOCK];
      for (int read; (read = in.read(block)) >= 0; ) digest.update(block, 0, read);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Relative names with the hash of each file; a folder ends in a slash. */
  static Map<String, String> tree(Path top) throws IOException {
    var tree = new TreeMap<String, String>();
    try (var all = Files.walk(top)) {
      for (var path : all.toList()) {
        boolean folder = Files.isDirectory(path);
        tree.put(top.relativize(path) + (folder ? "/" : ""), folder ? "" : sha256(path));
      }
    }
    return tree;
  }

  /** A transfer names what it published, or the folder that it published into. */
  static Path single(Path path, Path downloads) throws IOException {
    if (!path.equals(downloads)) return path;
    try (var all = Files.list(downloads)) {
      return all.filter(p -> !p.getFileName().toString().startsWith("."))
          .reduce((a, b) -> {
            throw new AssertionError("more than one: " + a + ", " + b);
          })
          .orElseThrow();
    }
  }
}
