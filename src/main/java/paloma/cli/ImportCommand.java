package paloma.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import paloma.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code import}: takes over a history. */
@Command(name = "import")
final class ImportCommand extends Client {
  /** Line numbers that are said in words; JSON has more. */
  private static final int SAID = 10;

  @ParentCommand private PalomaCommand paloma;

  @Option(
      names = "--from",
      paramLabel = "ipmsg|paloma",
      required = true,
      descriptionKey = "import-from")
  private String from;

  @Option(names = "--encoding", paramLabel = "NAME")
  private Optional<String> encoding = Optional.empty();

  @Parameters(paramLabel = "FILE", descriptionKey = "IMPORTFILE")
  private Path file;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    if (Files.notExists(file)) throw Problem.failed("file-missing", file.toString()).exception();
    var fields =
        new Fields()
            .with("from", from)
            .with("path", file.toAbsolutePath().normalize().toString())
            .with("encoding", encoding);
    return ask("import", fields.map(), this::said);
  }

  private List<String> said(List<Map<String, Object>> rows) {
    var row = rows.getFirst();
    var words = paloma.console().words();
    var lines = new ArrayList<String>();
    lines.add(words.say("cli.import.done", row.get("added"), row.get("known"), row.get("people")));
    if (row.get("lines") instanceof List<?> unreadable && !unreadable.isEmpty()) {
      var first =
          unreadable.stream().limit(SAID).map(String::valueOf).collect(Collectors.joining(", "));
      lines.add(words.say("cli.import.unreadable", row.get("unreadable"), first));
    }
    return lines;
  }
}
