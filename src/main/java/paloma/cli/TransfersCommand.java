package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code transfers}: files on their way. */
@Command(name = "transfers")
final class TransfersCommand extends Client {
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
        "transfers",
        Map.of("all", all),
        table("state", "direction", "names", "bytes", "done", "rate", "problem", "path", "offer"));
  }
}
