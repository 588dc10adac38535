package paloma.work;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What a process still does when the system tells it to end. */
public final class AtExit {
  private static final System.Logger LOG = System.getLogger("paloma.work");

  private AtExit() {}

  /**
   * Runs an action when a signal or {@link System#exit} ends the process, for at most so long.
   *
   * @param ending true when it had something to end: then the process ends with 0, because to be
   *     asked to end is no failure
   */
  public static void run(Duration patience, BooleanSupplier ending) {
    Runnable hook =
        () -> {
          var ended = new boolean[1];
          var work =
              Thread.ofVirtual().name("at-exit").start(() -> ended[0] = ending.getAsBoolean());
          try {
            if (!work.join(patience)) {
              LOG.log(Level.WARNING, "did not end in time");
              Runtime.getRuntime().halt(0);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          if (ended[0]) Runtime.getRuntime().halt(0);
        };
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("exit").unstarted(hook));
  }
}
