package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code delete}: deletes a message here. */
@Command(name = "delete")
final class DeleteCommand extends Client {
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
        "delete", Map.of("message", message), table("conversation", "unread", "pinned", "muted"));
  }
}
