package paloma.cli;

import java.util.List;
import java.util.Map;
import paloma.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code trust}: how far a key is trusted here. */
@Command(name = "trust")
final class TrustCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "PEER", descriptionKey = "PEER")
  private String peer;

  @Parameters(paramLabel = "known|verified|blocked", descriptionKey = "TRUST")
  private String trust;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    if (!List.of("known", "verified", "blocked").contains(trust)) {
      throw Problem.usage("option-value", "TRUST", trust).exception();
    }
    return ask("trust", Map.of("peer", peer, "trust", trust), table("name", "trust", "id"));
  }
}
