package paloma.cli.run;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import paloma.cli.control.ControlServer;
import paloma.cli.control.Errands;
import paloma.cli.control.Requests;
import paloma.core.Messenger;
import paloma.settings.ProfileFolder;
import paloma.settings.ProfileLock;
import paloma.settings.Settings;
import paloma.settings.Words;
import paloma.work.Tasks;

/**
 * The one process that runs a profile: it holds the lock from the first moment, and once started
 * has a messenger and answers on the control socket. Thread-safe.
 */
public final class Instance implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.cli");

  private final ProfileFolder profile;
  private final ProfileLock lock;
  private final Launcher launcher;
  private final LaunchOptions options;
  private final Settings settings;
  private final Words words;
  private final Tasks tasks;
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private final Errands errands = new Errands();
  private volatile Runnable stop = () -> {};
  private Messenger messenger;
  private ControlServer control;
  private boolean closed;

  private Instance(
      ProfileFolder profile,
      ProfileLock lock,
      Launcher launcher,
      LaunchOptions options,
      Settings settings,
      Words words,
      Tasks tasks) {
    this.profile = profile;
    this.lock = lock;
    this.launcher = launcher;
    this.options = options;
    this.settings = settings;
    this.words = words;
    this.tasks = tasks;
  }

  /**
   * Takes a profile, making its folder if need be; empty when another process runs it. Options
   * against what the office decided are refused.
   */
  public static Optional<Instance> take(
      ProfileFolder profile, Launcher launcher, LaunchOptions options, Tasks tasks) {
    profile.create();
    return ProfileLock.take(profile)
        .map(lock -> {
          var settings = profile.settings(launcher.office());
          var against = options.contradiction(settings);
          if (against.isPresent()) {
            end("lock", lock);
            throw against.get().exception();
          }
          var words = Words.of(settings);
          return new Instance(profile, lock, launcher, options, settings, words, tasks);
        });
  }

  /**
   * Opens and starts the messenger. Whoever sees its first notice can connect to the control
   * socket. Blocks for some tenths of a second.
   */
  public synchronized Messenger start() {
    open();
    control =
        new ControlServer(
            profile,
            new Requests(messenger, settings, words, errands, this::askToStop),
            words,
            tasks);
    control.open();
    messenger.start();
    control.start();
    return messenger;
  }

  /** The messenger before it started, for those who must not miss its first notice. */
  public synchronized Messenger open() {
    if (closed) throw new IllegalStateException("closed");
    if (messenger == null) messenger = launcher.open(profile, options, settings, tasks);
    return messenger;
  }

  public ProfileFolder profile() {
    return profile;
  }

  public Settings settings() {
    return settings;
  }

  public Words words() {
    return words;
  }

  public Tasks tasks() {
    return tasks;
  }

  /** What others want shown; refused until a window is expected or there. */
  public Errands errands() {
    return errands;
  }

  /** What ends this instance's front-end when {@code stop} or the system asks. */
  public void onStop(Runnable action) {
    stop = action;
  }

  /** Asks the front-end to end; whoever runs it then closes this. */
  public void askToStop() {
    stopAsked.countDown();
    stop.run();
  }

  /** Waits until somebody asked to stop. */
  public void awaitStop() throws InterruptedException {
    stopAsked.await();
  }

  /** A client that sees its connection end may start the profile anew: connections end last. */
  @Override
  public synchronized void close() {
    if (closed) return;
    closed = true;
    end("messenger", messenger);
    if (control != null) end("control socket", control::stopListening);
    end("lock", lock);
    end("control connections", control);
  }

  public synchronized boolean closed() {
    return closed;
  }

  private static void end(String what, AutoCloseable part) {
    if (part == null) return;
    try {
      part.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, what + " did not close well", e);
    }
  }
}
