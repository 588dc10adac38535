package paloma.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code node}: a messenger without a face. */
@Command(name = "node")
final class NodeCommand implements Callable<Integer> {
  @ParentCommand private PalomaCommand paloma;
  @Mixin private RunOptions options;

  @Option(names = "--quiet")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    return new Start(paloma).node(options, quiet);
  }
}
