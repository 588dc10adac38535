package paloma.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import paloma.cli.control.ControlClient;
import paloma.cli.control.Exit;
import paloma.model.Problem;

/** A command that asks the running instance of the profile. */
abstract class Client implements Callable<Integer> {
  abstract PalomaCommand paloma();

  /** Asks, prints the rows as JSON or, when all are there, as people read them. */
  final int ask(
      String command,
      Map<String, ?> fields,
      Function<List<Map<String, Object>>, List<String>> human)
      throws IOException {
    var console = paloma().console();
    if (console.json()) return each(command, fields, console::row);
    var rows = new ArrayList<Map<String, Object>>();
    int exit = each(command, fields, rows::add);
    if (!rows.isEmpty()) human.apply(rows).forEach(console::line);
    return exit;
  }

  /** Asks and hands out the rows as they come. */
  final int each(String command, Map<String, ?> fields, Consumer<Map<String, Object>> rows)
      throws IOException {
    var connection = ControlClient.connect(paloma().profile());
    if (connection.isEmpty()) {
      var where = paloma().profile().path().toString();
      paloma().console().problem(Problem.failed("not-running", where));
      return Exit.NOT_RUNNING;
    }
    try (var client = connection.get()) {
      var end = client.ask(command, fields, rows);
      if (end.problem().isPresent()) {
        paloma().console().problem(end.problem().get());
      } else if (end.exit() == Exit.TIMED_OUT) {
        paloma().console().note(paloma().console().words().say("cli.timed-out"));
      }
      return end.exit();
    }
  }

  /** Says on stderr what was wrong with the settings when the instance read them. */
  final void tellSettingsProblems() throws IOException {
    var console = paloma().console();
    // An instance of an older Paloma does not know the question; its answer is no answer.
    try (var client = ControlClient.connect(paloma().profile()).orElse(null)) {
      if (client == null) return;
      client.ask(
          "settings problems",
          Map.of(),
          row -> console.note("paloma: " + row.get("says") + " " + row.get("hint")));
    }
  }

  /** Rows as a table of these columns. */
  final Function<List<Map<String, Object>>, List<String>> table(String... columns) {
    return rows -> paloma().human().table(rows, columns);
  }

  /** Rows as one sheet each. */
  final Function<List<Map<String, Object>>, List<String>> sheet() {
    return rows -> rows.stream().flatMap(row -> paloma().human().sheet(row).stream()).toList();
  }

  /** A message as a line of its conversation, or a conversation as a table. */
  final Function<List<Map<String, Object>>, List<String>> either() {
    return rows ->
        rows.getFirst().containsKey("message")
            ? talk().apply(rows)
            : table("conversation", "unread", "pinned", "muted").apply(rows);
  }

  /** Rows as lines of a conversation. */
  final Function<List<Map<String, Object>>, List<String>> talk() {
    return rows -> rows.stream().map(row -> paloma().human().message(row)).toList();
  }
}
