package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code password}: whether there is an app password; sets it or takes it away. */
@Command(
    name = "password",
    subcommands = {PasswordCommand.Set.class, PasswordCommand.Clear.class})
final class PasswordCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask("password", Map.of(), table("set"));
  }

  /** {@code password set}. */
  @Command(name = "set")
  static final class Set extends Client {
    @ParentCommand private PasswordCommand password;

    @Option(names = "--change")
    private boolean change;

    @Override
    PalomaCommand paloma() {
      return password.paloma;
    }

    @Override
    public Integer call() throws Exception {
      var console = paloma().console();
      var fields = new Fields();
      if (change) fields.with("old", Secrets.ask(console, "cli.ask.password-old"));
      fields.with("password", Secrets.ask(console, "cli.ask.password-new"));
      return ask("password set", fields.map(), table("set"));
    }
  }

  /** {@code password clear}. */
  @Command(name = "clear")
  static final class Clear extends Client {
    @ParentCommand private PasswordCommand password;

    @Override
    PalomaCommand paloma() {
      return password.paloma;
    }

    @Override
    public Integer call() throws Exception {
      var old = Secrets.ask(paloma().console(), "cli.ask.password");
      return ask("password clear", Map.of("old", old), table("set"));
    }
  }
}
