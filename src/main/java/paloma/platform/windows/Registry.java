package paloma.platform.windows;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Reads keys of the registry with the system's own program: no native code of ours for one reading
 * at the start.
 *
 * @param program {@code reg.exe}, or what stands for it
 * @param deadline how long all keys together may take
 */
public record Registry(List<String> program, Duration deadline) {
  private static final System.Logger LOG = System.getLogger("paloma.platform");

  /** It takes some tenths of a second; whoever starts Paloma waits for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What became of a key. */
  public sealed interface Answer {}

  /** The key is not there, or not for us to read: the program does not tell them apart. */
  public record Absent() implements Answer {}

  /**
   * @param keys the values of the key under an empty name, those of keys below under their path:
   *     {@code String}, {@code Integer}, {@code Long}, {@code List} of texts, else the type's name
   */
  public record Found(Map<String, Map<String, Object>> keys) implements Answer {}

  /** The program did not answer in time, or nothing that could be understood. */
  public record Failed() implements Answer {}

  /** The registry of this machine. */
  public static Registry ofSystem() {
    var root = System.getenv().getOrDefault("SystemRoot", "C:\\Windows");
    return new Registry(List.of(root + "\\System32\\reg.exe"), PATIENCE);
  }

  /** What is under these keys, in their order. Blocks until the deadline at most. */
  public List<Answer> read(List<String> keys) {
    Path folder;
    try {
      folder = Files.createTempDirectory("paloma-registry");
    } catch (IOException e) {
      LOG.log(Level.WARNING, "no folder for what the registry says", e);
      return keys.stream().<Answer>map(_ -> new Failed()).toList();
    }
    try {
      return read(keys, folder);
    } finally {
      delete(folder);
    }
  }

  /** All at once: starting a program costs more than what it does. */
  private List<Answer> read(List<String> keys, Path folder) {
    long end = System.nanoTime() + deadline.toNanos();
    var running = new ArrayList<Process>();
    for (int i = 0; i < keys.size(); i++) running.add(export(keys.get(i), file(folder, i)));
    var answers = new ArrayList<Answer>();
    for (int i = 0; i < keys.size(); i++) {
      answers.add(answer(running.get(i), end, file(folder, i), keys.get(i)));
    }
    return answers;
  }

  private static Path file(Path folder, int number) {
    return folder.resolve(number + ".reg");
  }

  /** Null when it does not start. */
  private Process export(String key, Path into) {
    var words = new ArrayList<>(program);
    words.addAll(List.of("export", key, into.toString(), "/y"));
    try {
      var process =
          new ProcessBuilder(words)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot ask the registry: {0}", e.toString());
      return null;
    }
  }

  private static Answer answer(Process process, long end, Path file, String key) {
    if (process == null) return new Failed();
    try {
      if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        process.destroyForcibly();
        LOG.log(Level.WARNING, "the registry did not answer about {0}", key);
        return new Failed();
      }
      if (process.exitValue() != 0) return new Absent();
      return new Found(RegistryExport.read(Files.readAllBytes(file), key));
    } catch (IOException | RegistryExport.Malformed e) {
      LOG.log(Level.WARNING, "cannot understand the registry about {0}: {1}", key, e.toString());
      return new Failed();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Failed();
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "left behind: " + folder, e);
    }
  }
}
