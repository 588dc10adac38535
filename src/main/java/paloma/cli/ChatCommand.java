package paloma.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code chat}: a messenger in the terminal. */
@Command(name = "chat")
final class ChatCommand implements Callable<Integer> {
  @ParentCommand private PalomaCommand paloma;
  @Mixin private RunOptions options;

  @Override
  public Integer call() throws Exception {
    return new Start(paloma).chat(options);
  }
}
