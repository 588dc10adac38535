package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code read}: everything in a conversation was seen, or is to be seen again. */
@Command(name = "read")
final class ReadCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "CONVERSATION", descriptionKey = "CONVERSATION")
  private String conversation;

  @Option(names = "--undo")
  private boolean undo;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask(
        "read",
        Map.of("conversation", conversation, "undo", undo),
        table("conversation", "unread"));
  }
}
