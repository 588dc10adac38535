package paloma.cli;

import java.util.concurrent.Callable;
import paloma.cli.control.Exit;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code completion}: the script by which bash and zsh complete this command line. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
  @ParentCommand private PalomaCommand paloma;

  @Override
  public Integer call() {
    var line = PalomaCommand.described(paloma.launcher());
    paloma.console().line(AutoComplete.bash("paloma", line));
    return Exit.DONE;
  }
}
