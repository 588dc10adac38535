package paloma.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import paloma.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code offer}: offers files and folders. */
@Command(name = "offer")
final class OfferCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(index = "0", paramLabel = "CONVERSATION", descriptionKey = "CONVERSATION")
  private String conversation;

  @Parameters(index = "1..*", paramLabel = "PATH", descriptionKey = "PATH", arity = "1..*")
  private List<Path> paths;

  @Option(names = "--wait", paramLabel = "finished[=SECONDS]", descriptionKey = "wait-finished")
  private Optional<String> wait = Optional.empty();

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    for (var path : paths) {
      if (Files.notExists(path)) throw Problem.failed("file-missing", path.toString()).exception();
    }
    var fields =
        new Fields()
            .with("conversation", conversation)
            .with(
                "paths",
                paths.stream().map(p -> p.toAbsolutePath().normalize().toString()).toList())
            .withWait(wait, "finished");
    return ask("offer", fields.map(), table("files", "bytes", "offer"));
  }
}
