package paloma.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code demo}: the window on a make-believe neighbourhood. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  @ParentCommand private PalomaCommand paloma;

  @Option(names = "--screenshots", paramLabel = "DIR")
  private Optional<Path> screenshots = Optional.empty();

  /** For the build of an installer alone. */
  @Option(names = "--rehearse", hidden = true)
  private boolean rehearse;

  @Override
  public Integer call() throws Exception {
    if (rehearse) return paloma.launcher().rehearse();
    return paloma.launcher().demo(screenshots.map(Path::toAbsolutePath), paloma.console().words());
  }
}
