package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code decline}: refuses an offer. */
@Command(name = "decline")
final class DeclineCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "OFFER", descriptionKey = "OFFER")
  private String offer;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask("decline", Map.of("offer", offer), table("state", "direction", "names", "offer"));
  }
}
