package paloma.cli;

import java.util.Optional;
import paloma.cli.control.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code doctor}: what works on this network and what blocks. */
@Command(name = "doctor")
final class DoctorCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "PEER", descriptionKey = "PEER", arity = "0..1")
  private Optional<String> peer = Optional.empty();

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    int exit =
        ask(
            "doctor",
            new Fields().with("peer", peer).map(),
            table("result", "check", "subject", "says", "fix"));
    if (exit == Exit.DONE) tellSettingsProblems();
    return exit;
  }
}
