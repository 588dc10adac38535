package paloma.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.cli.control.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code announce}: says something to everybody or to departments, after telling how many. */
@Command(name = "announce")
final class AnnounceCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "TEXT", descriptionKey = "TEXT")
  private String text;

  @Option(names = "--to", paramLabel = "DEPARTMENT", descriptionKey = "AUDIENCE")
  private List<String> to = List.of();

  @Option(names = "--confirm")
  private boolean confirm;

  @Option(names = "--important")
  private boolean important;

  @Option(names = "--title", paramLabel = "TITLE", descriptionKey = "HEADING")
  private Optional<String> title = Optional.empty();

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    var fields =
        new Fields()
            .with("text", Typed.text(text))
            .with("to", to)
            .with("confirm", confirm)
            .with("important", important)
            .with("title", title)
            .map();
    var words = paloma.console().words();
    int exit =
        each(
            "audience",
            Map.of("to", to),
            row -> paloma.console().note(words.say("cli.audience", row.get("people"))));
    if (exit != Exit.DONE) return exit;
    return ask("announce", fields, rows -> List.of(words.say("cli.announced", id(rows))));
  }

  private static Object id(List<Map<String, Object>> rows) {
    return rows.getFirst().get("message");
  }
}
