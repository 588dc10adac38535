package paloma.cli;

import java.util.Map;
import paloma.cli.control.ControlClient;
import paloma.cli.control.Exit;
import paloma.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code stop}: ends the running instance; the profile is free when this returns. */
@Command(name = "stop")
final class StopCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    var connection = ControlClient.connect(paloma.profile());
    if (connection.isEmpty()) {
      paloma.console().problem(Problem.failed("not-running", paloma.profile().path().toString()));
      return Exit.NOT_RUNNING;
    }
    try (var client = connection.get()) {
      client.ask("stop", Map.of(), row -> {});
      client.awaitEnd();
    }
    return Exit.DONE;
  }
}
