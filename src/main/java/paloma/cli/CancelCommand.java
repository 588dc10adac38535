package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code cancel}: ends a transfer, from either side. */
@Command(name = "cancel")
final class CancelCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "OFFER", descriptionKey = "OFFER")
  private String offer;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask("cancel", Map.of("offer", offer), table("state", "direction", "names", "offer"));
  }
}
