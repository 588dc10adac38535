package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code confirmations}: tells who has confirmed an announcement of ours and who has not. */
@Command(name = "confirmations")
final class ConfirmationsCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "MESSAGE", descriptionKey = "MESSAGE")
  private String message;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask(
        "confirmations",
        Map.of("message", message),
        table("name", "department", "confirmed", "read"));
  }
}
