package paloma.lan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.jr.ob.JSON;

/** Somebody with an account who uses the installed program on a {@link Machine} on a host. */
final class Worker {
  private final Host host;
  private final Machine machine;
  private final String account;
  private final List<String> environment;
  private Process window;

  /**
   * @param display the display their windows appear on
   */
  Worker(Host host, Machine machine, String account, String display) {
    this.host = host;
    this.machine = machine;
    this.account = account;
    environment = List.of("HOME=/home/" + account, "USER=" + account, "DISPLAY=" + display);
  }

  /** Starts the program as its menu entry does. */
  void openWindow(Path log) throws IOException {
    window =
        new ProcessBuilder(words("paloma"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
  }

  /** Waits for the end of the program. */
  boolean ended(Duration patience) throws InterruptedException {
    return window.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private List<String> words(String... command) {
    var words = new ArrayList<>(host.here());
    words.addAll(machine.here());
    words.addAll(environment);
    words.addAll(List.of("setpriv", "--reuid=" + account, "--regid=" + account));
    words.addAll(List.of("--init-groups"));
    words.addAll(List.of(command));
    return words;
  }

  /** What a command printed; an AssertionError when it failed. */
  String type(String... command) {
    return Shell.run(words(command));
  }

  /** The rows that a command of the program printed, and how it ended. */
  Node.Typed ask(String... command) throws IOException, InterruptedException {
    var typed =
        new ProcessBuilder(Shell.words(words("paloma", "--json"), command))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    typed.getOutputStream().close();
    var rows = new ArrayList<Map<String, Object>>();
    try (var lines = typed.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = lines.readLine()) != null; ) rows.add(JSON.std.mapFrom(line));
    }
    return new Node.Typed(typed.waitFor(), rows);
  }

  /** Asks until an answer is as it should become. Each question is a process of its own. */
  List<Map<String, Object>> askUntil(
      Predicate<List<Map<String, Object>>> wanted, Duration patience, String... command)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    Node.Typed last;
    do {
      last = ask(command);
      if (last.exit() == 0 && wanted.test(last.rows())) return last.rows();
    } while (System.nanoTime() < end);
    throw new AssertionError(account + ": " + String.join(" ", command) + " still says " + last);
  }
}
