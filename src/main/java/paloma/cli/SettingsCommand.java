package paloma.cli;

import java.util.Map;
import paloma.cli.control.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code settings}: all settings, one of them, or one of them changed. */
@Command(
    name = "settings",
    subcommands = {SettingsCommand.Get.class, SettingsCommand.Set.class})
final class SettingsCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    int exit = ask("settings", Map.of(), table("key", "value", "locked", "why"));
    if (exit == Exit.DONE) tellSettingsProblems();
    return exit;
  }

  /** {@code settings get}. */
  @Command(name = "get")
  static final class Get extends Client {
    @ParentCommand private SettingsCommand settings;

    @Parameters(paramLabel = "KEY", descriptionKey = "KEY")
    private String key;

    @Override
    PalomaCommand paloma() {
      return settings.paloma;
    }

    @Override
    public Integer call() throws Exception {
      return ask("settings get", Map.of("key", key), table("key", "value", "locked", "why"));
    }
  }

  /** {@code settings set}. */
  @Command(name = "set")
  static final class Set extends Client {
    @ParentCommand private SettingsCommand settings;

    @Parameters(paramLabel = "KEY", descriptionKey = "KEY")
    private String key;

    @Parameters(paramLabel = "VALUE", descriptionKey = "VALUE")
    private String value;

    @Override
    PalomaCommand paloma() {
      return settings.paloma;
    }

    @Override
    public Integer call() throws Exception {
      var fields = Map.of("key", key, "value", value);
      return ask("settings set", fields, table("key", "value", "locked", "why"));
    }
  }
}
