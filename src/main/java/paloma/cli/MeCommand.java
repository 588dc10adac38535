package paloma.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import paloma.cli.control.PeopleRequests;
import paloma.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code me}: the own record, as it is or changed. */
@Command(name = "me")
final class MeCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Option(names = "--name", paramLabel = "NAME")
  private Optional<String> name = Optional.empty();

  @Option(names = "--department", paramLabel = "DEPARTMENT")
  private Optional<String> department = Optional.empty();

  @Option(names = "--title", paramLabel = "TITLE")
  private Optional<String> title = Optional.empty();

  @Option(names = "--phone", paramLabel = "PHONE")
  private Optional<String> phone = Optional.empty();

  @Option(names = "--status", paramLabel = "TEXT")
  private Optional<String> status = Optional.empty();

  @Option(names = "--presence", paramLabel = "online|away|busy|dnd|invisible")
  private Optional<String> presence = Optional.empty();

  @Option(names = "--avatar", paramLabel = "FILE|none")
  private Optional<String> avatar = Optional.empty();

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    var fields =
        new Fields()
            .with("name", name)
            .with("department", department)
            .with("title", title)
            .with("phone", phone)
            .with("status", status)
            .with("presence", presence)
            .with("avatar", avatar.map(MeCommand::whole));
    return ask("me", fields.map(), sheet());
  }

  /** The instance may run in another folder: it gets the whole path. */
  private static String whole(String file) {
    try {
      return file.equals(PeopleRequests.NONE) ? file : Path.of(file).toAbsolutePath().toString();
    } catch (InvalidPathException e) {
      throw Problem.usage("path-wrong", e.getInput()).exception();
    }
  }
}
