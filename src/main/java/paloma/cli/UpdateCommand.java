package paloma.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code update}: the newer Paloma that colleagues pass on, and what to do with it. */
@Command(
    name = "update",
    subcommands = {
      UpdateCommand.Get.class,
      UpdateCommand.Install.class,
      UpdateCommand.Cancel.class,
      UpdateCommand.Dismiss.class,
      UpdateCommand.Add.class
    })
final class UpdateCommand extends Client {
  private static final String[] COLUMNS = {
    "version", "state", "fromName", "bytes", "done", "running"
  };

  @ParentCommand private PalomaCommand paloma;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask("update", Map.of(), this::lines);
  }

  private List<String> lines(List<Map<String, Object>> rows) {
    var row = rows.getFirst();
    if ("none".equals(row.get("state"))) {
      return List.of(paloma.console().words().say("cli.update.none", row.get("running")));
    }
    var lines = new java.util.ArrayList<>(paloma.human().table(rows, COLUMNS));
    if (row.get("problem") instanceof Map<?, ?> problem) {
      lines.add((problem.get("says") + " " + problem.get("hint")).strip());
    }
    if (row.get("install") instanceof String how) {
      var what = row.getOrDefault("type", row.getOrDefault("path", ""));
      lines.add(paloma.console().words().say("cli.update." + how, what));
    }
    return lines;
  }

  /** One thing to do with it. */
  abstract static class Part extends Client {
    @ParentCommand private UpdateCommand update;

    @Override
    PalomaCommand paloma() {
      return update.paloma;
    }

    Integer ask(String part, Map<String, Object> fields) throws Exception {
      return ask("update " + part, fields, update::lines);
    }
  }

  /** {@code update get}. */
  @Command(name = "get")
  static final class Get extends Part {
    @Option(names = "--wait", paramLabel = "finished[=SECONDS]", descriptionKey = "wait-finished")
    private Optional<String> wait = Optional.empty();

    @Override
    public Integer call() throws Exception {
      return ask("get", new Fields().withWait(wait, "finished").map());
    }
  }

  /** {@code update install}. */
  @Command(name = "install")
  static final class Install extends Part {
    @Override
    public Integer call() throws Exception {
      return ask("install", Map.of());
    }
  }

  /** {@code update cancel}. */
  @Command(name = "cancel")
  static final class Cancel extends Part {
    @Override
    public Integer call() throws Exception {
      return ask("cancel", Map.of());
    }
  }

  /** {@code update dismiss}. */
  @Command(name = "dismiss")
  static final class Dismiss extends Part {
    @Override
    public Integer call() throws Exception {
      return ask("dismiss", Map.of());
    }
  }

  /** {@code update add}. */
  @Command(name = "add")
  static final class Add extends Part {
    @Parameters(paramLabel = "INSTALLER", descriptionKey = "INSTALLER")
    private Path installer;

    @Override
    public Integer call() throws Exception {
      if (Files.notExists(installer)) {
        throw Problem.failed("file-missing", installer.toString()).exception();
      }
      var path = installer.toAbsolutePath().normalize().toString();
      return ask(
          "update add", Map.of("path", path), table("version", "os", "arch", "form", "file"));
    }
  }
}
