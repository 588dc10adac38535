package paloma.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import paloma.cli.control.Exit;
import paloma.cli.control.NoticeQueue;
import paloma.cli.control.NoticeRows;
import paloma.cli.human.Human;
import paloma.cli.human.NoticeLines;
import paloma.cli.run.Instance;
import paloma.core.Notice;
import paloma.model.Problem;
import paloma.settings.Settings;

/** An instance without a face: says what happens, on stdout, until somebody stops it. */
final class Node {
  /** For the last notice to be printed before the process ends. */
  private static final Duration LAST_WORDS = Duration.ofMillis(300);

  /** What is said even when asked to be quiet. */
  private static final Set<String> ALWAYS = Set.of("started", "stopping", "problem");

  private final Console console;
  private final boolean quiet;

  Node(Console console, boolean quiet) {
    this.console = console;
    this.quiet = quiet;
  }

  /** Nothing is printed before the control socket answers, so "started" can be relied on. */
  int run(Instance instance) throws InterruptedException {
    try (var notices = NoticeQueue.of(instance.open())) {
      instance.start();
      var rows = new NoticeRows(instance.open(), instance.words());
      var lines = new NoticeLines(new Human(instance.words(), ZoneId.systemDefault()));
      var standing = standing(instance.settings());
      var printing =
          instance.tasks().start("notices-out", () -> print(notices, standing, rows, lines));
      instance.awaitStop();
      instance.close();
      printing.join(LAST_WORDS);
    }
    return Exit.DONE;
  }

  /** People read on stderr what was wrong at the start; programs read it here. */
  private List<Problem> standing(Settings settings) {
    if (!console.json()) return List.of();
    return Stream.concat(settings.problems().stream(), settings.warnings().stream()).toList();
  }

  private void print(
      NoticeQueue notices, List<Problem> standing, NoticeRows rows, NoticeLines lines)
      throws InterruptedException {
    NoticeQueue.Timed timed;
    do {
      timed = notices.take();
      if (timed.notice() instanceof Notice.Started) standing.forEach(notices::tell);
      var row = rows.row(timed);
      if (quiet && !ALWAYS.contains((String) row.get("event"))) continue;
      if (console.json()) {
        console.row(row);
      } else {
        Optional<String> line = lines.line(row);
        line.ifPresent(console::line);
      }
    } while (!(timed.notice() instanceof Notice.Stopping));
  }
}
