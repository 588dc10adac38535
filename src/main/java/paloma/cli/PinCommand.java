package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code pin}: lets a message or a conversation stand at the top. */
@Command(name = "pin")
final class PinCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "MESSAGE|CONVERSATION", descriptionKey = "WHAT")
  private String what;

  @Option(names = "--remove", descriptionKey = "REMOVE")
  private boolean remove;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask("pin", Map.of("what", what, "remove", remove), either());
  }
}
