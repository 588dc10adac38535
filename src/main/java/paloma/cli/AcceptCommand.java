package paloma.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code accept}: takes an offer. */
@Command(name = "accept")
final class AcceptCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "OFFER", descriptionKey = "OFFER")
  private String offer;

  @Option(names = "--into", paramLabel = "DIR")
  private Optional<Path> into = Optional.empty();

  @Option(names = "--wait", paramLabel = "finished[=SECONDS]", descriptionKey = "wait-finished")
  private Optional<String> wait = Optional.empty();

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    var fields =
        new Fields()
            .with("offer", offer)
            .with("into", into.map(Path::toAbsolutePath).map(Path::toString))
            .withWait(wait, "finished");
    return ask("accept", fields.map(), table("state", "names", "bytes", "path", "offer"));
  }
}
