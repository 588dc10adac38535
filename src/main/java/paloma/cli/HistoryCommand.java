package paloma.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code history}: what was said. */
@Command(name = "history")
final class HistoryCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "CONVERSATION", descriptionKey = "CONVERSATION")
  private String conversation;

  @Option(names = "--limit", paramLabel = "N")
  private Optional<Integer> limit = Optional.empty();

  @Option(names = "--before", paramLabel = "MESSAGE")
  private Optional<String> before = Optional.empty();

  @Option(names = "--since", paramLabel = "TIME")
  private Optional<String> since = Optional.empty();

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    var fields =
        new Fields()
            .with("conversation", conversation)
            .with("limit", limit)
            .with("before", before)
            .withTime("since", since);
    return ask("history", fields.map(), talk());
  }
}
