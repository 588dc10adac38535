package paloma.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code announcements}: lists what was announced here and by us. */
@Command(name = "announcements")
final class AnnouncementsCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Option(names = "--limit", paramLabel = "N")
  private Optional<Integer> limit = Optional.empty();

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask("announcements", new Fields().with("limit", limit).map(), talk());
  }
}
