package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nudge}: asks for the attention of somebody who is there. */
@Command(name = "nudge")
final class NudgeCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "PEER", descriptionKey = "PEER")
  private String peer;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask("nudge", Map.of("peer", peer), table("conversation", "unread", "pinned", "muted"));
  }
}
