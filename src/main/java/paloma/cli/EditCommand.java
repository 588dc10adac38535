package paloma.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code edit}: says an own message in other words. */
@Command(name = "edit")
final class EditCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "MESSAGE", descriptionKey = "MESSAGE")
  private String message;

  @Parameters(paramLabel = "TEXT", descriptionKey = "TEXT")
  private String text;

  @Option(names = "--mention", paramLabel = "PEER")
  private List<String> mention = List.of();

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    var fields =
        new Fields()
            .with("message", message)
            .with("text", Typed.text(text))
            .with("mention", mention);
    return ask("edit", fields.map(), talk());
  }
}
