package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code openings}: who has opened a sealed message, and when. */
@Command(name = "openings")
final class OpeningsCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "MESSAGE", descriptionKey = "MESSAGE")
  private String message;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask("openings", Map.of("message", message), table("name", "time"));
  }
}
