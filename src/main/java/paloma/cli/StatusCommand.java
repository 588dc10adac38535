package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code status}: how the instance is doing. */
@Command(name = "status")
final class StatusCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask("status", Map.of(), sheet());
  }
}
