package paloma.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code open}: opens a sealed message, which its author is told. */
@Command(name = "open")
final class OpenCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "MESSAGE", descriptionKey = "MESSAGE")
  private String message;

  @Option(names = "--password")
  private boolean password;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    var fields = new Fields().with("message", message);
    if (password) fields.with("password", Secrets.ask(paloma.console(), "cli.ask.password"));
    return ask("open", fields.map(), talk());
  }
}
