package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code forward}: says a message again to somebody else. */
@Command(name = "forward")
final class ForwardCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "MESSAGE", descriptionKey = "MESSAGE")
  private String message;

  @Parameters(paramLabel = "CONVERSATION", descriptionKey = "CONVERSATION")
  private String conversation;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask("forward", Map.of("message", message, "conversation", conversation), talk());
  }
}
