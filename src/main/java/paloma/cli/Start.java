package paloma.cli;

import java.time.Duration;
import java.util.Map;
import paloma.cli.chat.Chat;
import paloma.cli.control.ControlClient;
import paloma.cli.control.Exit;
import paloma.cli.run.Instance;
import paloma.cli.run.LaunchOptions;
import paloma.model.Problem;
import paloma.work.AtExit;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** Starts an instance with the front-end that was asked for, and ends it well. */
final class Start {
  /** The whole end of a process may take two seconds; this leaves the JVM its part. */
  private static final Duration END = Duration.ofMillis(1800);

  /** How long a second start waits for the first one to answer: it may just be starting. */
  private static final int RAISE_TRIES = 50;

  private static final Duration RAISE_PAUSE = Duration.ofMillis(100);

  private final PalomaCommand paloma;
  private final Console console;

  Start(PalomaCommand paloma) {
    this.paloma = paloma;
    this.console = paloma.console();
  }

  /** Runs a front-end on an instance until it ends; returns the exit code. */
  @FunctionalInterface
  private interface FrontEnd {
    int run(Instance instance) throws Exception;
  }

  /**
   * @param background a start at login: no window in anybody's face
   */
  int window(boolean background) throws Exception {
    var options = LaunchOptions.usual();
    boolean display = paloma.launcher().display();
    try (var time = new SystemTime();
        var tasks = new Tasks(time)) {
      if (display && !background) paloma.launcher().expectWindow(tasks);
      var instance = Instance.take(paloma.profile(), paloma.launcher(), options, tasks);
      if (instance.isEmpty()) return background ? Exit.DONE : raise();
      if (display) return run(instance.get(), i -> paloma.launcher().window(i, background));
      boolean terminal = System.console() != null && System.console().isTerminal();
      console.note(console.words().say(terminal ? "cli.no-display-chat" : "cli.no-display-node"));
      return run(instance.get(), terminal ? new Chat()::run : new Node(console, false)::run);
    }
  }

  int node(RunOptions options, boolean quiet) throws Exception {
    return only(options, new Node(console, quiet)::run);
  }

  int chat(RunOptions options) throws Exception {
    return only(options, new Chat()::run);
  }

  private int only(RunOptions options, FrontEnd frontEnd) throws Exception {
    var resolved = options.resolved(console);
    try (var time = new SystemTime();
        var tasks = new Tasks(time)) {
      var profile = paloma.profile();
      var instance = Instance.take(profile, paloma.launcher(), resolved, tasks);
      if (instance.isEmpty()) {
        throw Problem.failed("profile-in-use", profile.path().toString()).exception();
      }
      return run(instance.get(), frontEnd);
    }
  }

  private int run(Instance taken, FrontEnd frontEnd) throws Exception {
    try (var instance = taken) {
      AtExit.run(END, () -> end(instance));
      instance.settings().problems().forEach(console::problem);
      instance.settings().warnings().forEach(console::problem);
      return frontEnd.run(instance);
    }
  }

  /** On a signal: the front-end lets go of its screen, then the instance closes. */
  private static boolean end(Instance instance) {
    if (instance.closed()) return false;
    instance.askToStop();
    instance.close();
    return true;
  }

  /** The profile has a window already: it comes to the front, and this start is done. */
  private int raise() throws Exception {
    for (int i = 0; i < RAISE_TRIES; i++) {
      var client = ControlClient.connect(paloma.profile());
      if (client.isPresent()) {
        try (var running = client.get()) {
          return running.ask("raise", Map.of(), row -> {}).exit();
        }
      }
      Thread.sleep(RAISE_PAUSE);
    }
    console.problem(Problem.failed("profile-in-use", paloma.profile().path().toString()));
    return Exit.FAILED;
  }
}
