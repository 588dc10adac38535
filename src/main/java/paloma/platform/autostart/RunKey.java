package paloma.platform.autostart;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import paloma.model.Problem;

/** A value of the registry key from which Windows starts programs at the login of one person. */
final class RunKey implements Autostart {
  private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
  private static final String NAME = "Paloma";

  private final Registry registry;
  private final List<String> command;

  RunKey(Registry registry, List<String> command) {
    this.registry = registry;
    this.command = command;
  }

  /** The system's own tool; whether it did what it was told. */
  @FunctionalInterface
  interface Registry {
    /** The tool answers in milliseconds, unless something is very wrong. */
    int PATIENCE_SECONDS = 10;

    boolean reg(List<String> words);

    static Registry ofSystem() {
      return words -> {
        try {
          var process =
              new ProcessBuilder(words)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .redirectError(ProcessBuilder.Redirect.DISCARD)
                  .start();
          process.getOutputStream().close();
          if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) return process.exitValue() == 0;
          process.destroyForcibly();
          return false;
        } catch (IOException e) {
          return false;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      };
    }
  }

  static List<String> query() {
    return List.of("reg.exe", "query", KEY, "/v", NAME);
  }

  /** Java puts a word with a space into quotes and leaves those inside it to us. */
  static List<String> add(List<String> command) {
    var line = line(command).replace("\"", "\\\"");
    return List.of("reg.exe", "add", KEY, "/v", NAME, "/t", "REG_SZ", "/d", line, "/f");
  }

  static List<String> delete() {
    return List.of("reg.exe", "delete", KEY, "/v", NAME, "/f");
  }

  /**
   * The command line as Windows takes it apart. A path holds no quotes there; one at the end of a
   * word that ends in a backslash would be taken for its own.
   */
  static String line(List<String> command) {
    return command.stream()
        .map(word -> word.matches("[A-Za-z0-9_.:\\\\/=-]+") ? word : quoted(word))
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return '"' + word + (word.endsWith("\\") ? "\\" : "") + '"';
  }

  @Override
  public boolean on() {
    return registry.reg(query());
  }

  @Override
  public void set(boolean on) {
    if (!on && !on()) return;
    if (!registry.reg(on ? add(command) : delete())) {
      throw Problem.failed("autostart-not-written", KEY).exception();
    }
  }
}
