package paloma.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import paloma.model.Problem;
import paloma.settings.Json;
import paloma.settings.Words;

/** Where a command's answers go: rows to stdout, words about trouble to stderr. */
final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;
  private final Supplier<Words> words;
  private Words loaded;

  Console(PrintStream out, PrintStream err, boolean json, Supplier<Words> words) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.words = words;
  }

  /** The process's own. JSON is UTF-8 whatever the terminal speaks. */
  static Console ofProcess(boolean json, Supplier<Words> words) {
    var out =
        json
            ? new PrintStream(
                new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)
            : System.out;
    return new Console(out, System.err, json, words);
  }

  boolean json() {
    return json;
  }

  synchronized Words words() {
    if (loaded == null) loaded = words.get();
    return loaded;
  }

  synchronized void row(Map<String, ?> row) {
    out.print(Json.line(row) + "\n");
    out.flush();
  }

  synchronized void line(String line) {
    out.println(line);
    out.flush();
  }

  /** Something a person should know that is no answer. */
  synchronized void note(String line) {
    err.println(line);
  }

  /** What went wrong, what can be done, and whom an ambiguous name may mean. */
  void problem(Problem problem) {
    var said = words().problem(problem);
    note("paloma: " + said.line());
    for (var candidate : candidates(problem)) note("  " + candidate);
  }

  /** Of an ambiguous name, the second detail holds those whom it may mean, a line each. */
  private static List<String> candidates(Problem problem) {
    return problem.code().startsWith("ambiguous-") && problem.details().size() > 1
        ? problem.details().get(1).lines().toList()
        : List.of();
  }
}
