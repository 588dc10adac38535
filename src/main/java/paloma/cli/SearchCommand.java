package paloma.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code search}: finds what was said. */
@Command(name = "search")
final class SearchCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "QUERY", descriptionKey = "QUERY")
  private String query;

  @Option(names = "--in", paramLabel = "CONVERSATION")
  private Optional<String> in = Optional.empty();

  @Option(names = "--from", paramLabel = "PEER")
  private Optional<String> from = Optional.empty();

  @Option(names = "--since", paramLabel = "TIME")
  private Optional<String> since = Optional.empty();

  @Option(names = "--until", paramLabel = "TIME")
  private Optional<String> until = Optional.empty();

  @Option(names = "--kind", paramLabel = "text|files|announcement")
  private Optional<String> kind = Optional.empty();

  @Option(names = "--limit", paramLabel = "N")
  private Optional<Integer> limit = Optional.empty();

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    var fields =
        new Fields()
            .with("query", query)
            .with("in", in)
            .with("from", from)
            .withTime("since", since)
            .withTime("until", until)
            .with("kind", kind)
            .with("limit", limit);
    return ask("search", fields.map(), talk());
  }
}
