package paloma.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code export}: a conversation as a file. */
@Command(name = "export")
final class ExportCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(index = "0", paramLabel = "CONVERSATION", descriptionKey = "CONVERSATION")
  private String conversation;

  @Option(names = "--format", paramLabel = "txt|html|json", required = true)
  private String format;

  @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "EXPORTFILE")
  private Path file;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    var fields =
        new Fields()
            .with("conversation", conversation)
            .with("format", format)
            .with("path", file.toAbsolutePath().normalize().toString());
    return ask("export", fields.map(), this::said);
  }

  private List<String> said(List<Map<String, Object>> rows) {
    var row = rows.getFirst();
    var words = paloma.console().words();
    return List.of(words.say("cli.export.done", row.get("messages"), row.get("file")));
  }
}
