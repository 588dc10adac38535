package paloma.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import paloma.cli.control.ControlClient;
import paloma.cli.control.Exit;
import paloma.model.Problem;

/** Hands something to the window of the profile, and opens one first where nothing runs. */
final class ToWindow {
  /** A start on a small machine with a slow disk, with room to spare. */
  private static final int TRIES = 300;

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final PalomaCommand paloma;

  ToWindow(PalomaCommand paloma) {
    this.paloma = paloma;
  }

  int ask(String command, Map<String, ?> fields, Consumer<Map<String, Object>> rows)
      throws IOException, InterruptedException {
    var running = ControlClient.connect(paloma.profile());
    if (running.isEmpty()) running = opened();
    if (running.isEmpty()) {
      paloma.console().problem(Problem.failed("not-running", paloma.profile().path().toString()));
      return Exit.NOT_RUNNING;
    }
    try (var client = running.get()) {
      var end = client.ask(command, fields, rows);
      end.problem().ifPresent(paloma.console()::problem);
      return end.exit();
    }
  }

  private Optional<ControlClient> opened() throws IOException, InterruptedException {
    if (!paloma.launcher().display()) throw Problem.failed("no-display").exception();
    var alive = paloma.launcher().startApart(paloma.profileWords());
    if (alive.isEmpty()) return Optional.empty();
    for (int i = 0; i < TRIES; i++) {
      // Looked at first: somebody else's start may have been the quicker one, and ours has ended.
      boolean starting = alive.get().getAsBoolean();
      var client = ControlClient.connect(paloma.profile());
      if (client.isPresent() || !starting) return client;
      Thread.sleep(PAUSE);
    }
    return Optional.empty();
  }
}
