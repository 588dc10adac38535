package paloma.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import paloma.cli.control.Exit;
import paloma.cli.human.Human;
import paloma.cli.run.Launcher;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.settings.Language;
import paloma.settings.ProfileFolder;
import paloma.settings.Settings;
import paloma.settings.Version;
import paloma.settings.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code paloma}: without a command it opens the window, with one it does what that says. */
@Command(
    name = "paloma",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = PalomaCommand.OfBuild.class)
public final class PalomaCommand implements Callable<Integer> {
  @Option(
      names = "--profile",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      defaultValue = "${env:PALOMA_PROFILE:-}")
  private String profile;

  @Option(names = "--json", scope = ScopeType.INHERIT)
  private boolean json;

  @Option(names = "--background")
  private boolean background;

  private final Launcher launcher;
  private Console console;

  PalomaCommand(Launcher launcher) {
    this.launcher = launcher;
  }

  /** Does what the arguments say and returns the exit code. */
  public static int run(String[] args, Launcher launcher) {
    var paloma = new PalomaCommand(launcher);
    var line = paloma.commandLine(Commands.of(args));
    if (List.of(args).stream().anyMatch(HelpWords::asked)) {
      line.setResourceBundle(new HelpWords(paloma.spokenWords()));
    }
    return line.execute(args);
  }

  /** Says help in English: the form that the documentation and its test use. */
  static CommandLine described(Launcher launcher) {
    var line = new PalomaCommand(launcher).commandLine(Commands.ALL.values());
    line.setResourceBundle(new HelpWords(Words.in(Language.EN)));
    return line;
  }

  private CommandLine commandLine(Collection<Class<?>> commands) {
    var line = new CommandLine(this);
    commands.forEach(line::addSubcommand);
    return line.setExpandAtFiles(false)
        .setExecutionExceptionHandler((e, _, _) -> failed(e))
        .setParameterExceptionHandler((e, _) -> misused(e));
  }

  private int failed(Exception e) throws Exception {
    var problem =
        switch (e) {
          case ProblemException known -> known.problem();
          case IOException io -> Problem.failed("io", String.valueOf(io.getMessage()));
          default -> throw e;
        };
    console().problem(problem);
    return Exit.of(problem.kind());
  }

  private int misused(CommandLine.ParameterException e) {
    var command = e.getCommandLine().getCommandSpec().qualifiedName();
    console().problem(Problem.usage("usage", e.getMessage(), command));
    return Exit.USAGE;
  }

  /** The window; where there is no display, the chat; where there is no terminal, a node. */
  @Override
  public Integer call() throws Exception {
    return new Start(this).window(background);
  }

  Launcher launcher() {
    return launcher;
  }

  /** The words by which another process runs the same profile. */
  List<String> profileWords() {
    return profile == null || profile.isBlank()
        ? List.of()
        : List.of("--profile", profile().path().toString());
  }

  ProfileFolder profile() {
    return profile == null || profile.isBlank() ? ProfileFolder.usual() : ProfileFolder.of(profile);
  }

  synchronized Console console() {
    if (console == null) console = Console.ofProcess(json, this::spokenWords);
    return console;
  }

  Human human() {
    return new Human(console().words(), ZoneId.systemDefault());
  }

  private Words spokenWords() {
    try {
      return Words.of(profile().settingsAsTheyStand(launcher.office()));
    } catch (ProblemException e) {
      return Words.of(Settings.inMemory());
    }
  }

  /** Says which Paloma this is. */
  static final class OfBuild implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"paloma " + Version.text()};
    }
  }
}
