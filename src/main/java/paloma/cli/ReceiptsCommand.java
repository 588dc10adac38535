package paloma.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code receipts}: tells who has a message and who read it, or whether others learn that we read.
 */
@Command(name = "receipts")
final class ReceiptsCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "MESSAGE|CONVERSATION", descriptionKey = "WHAT")
  private String what;

  @Option(names = "--tell", paramLabel = "yes|no|usual")
  private Optional<String> tell = Optional.empty();

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask(
        "receipts",
        new Fields().with("what", what).with("tell", tell).map(),
        tell.isPresent()
            ? table("conversation", "unread", "pinned", "muted")
            : table("name", "delivered", "read"));
  }
}
