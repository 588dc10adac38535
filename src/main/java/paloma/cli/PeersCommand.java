package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code peers}: who is there. */
@Command(name = "peers")
final class PeersCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Option(names = "--all")
  private boolean all;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask(
        "peers",
        Map.of("all", all),
        table("name", "department", "presence", "status", "trust", "id", "host", "addresses"));
  }
}
