package paloma.core;

import java.lang.System.Logger.Level;
import java.util.concurrent.LinkedBlockingQueue;
import paloma.work.Stopped;
import paloma.work.Tasks;

/**
 * What follows from accepted events, done in order in a task of its own: a link that ends
 * interrupts its tasks, and what they had committed must still have its consequences.
 */
final class Arrivals {
  private static final System.Logger LOG = System.getLogger("paloma.core");

  private final Tasks tasks;
  private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  Arrivals(Tasks tasks) {
    this.tasks = tasks;
  }

  void start() {
    tasks.start(
        "arrivals",
        () -> {
          while (true) run(queue.take());
        });
  }

  /** Never blocks. */
  void add(Runnable consequence) {
    queue.add(consequence);
  }

  private synchronized void run(Runnable consequence) {
    try {
      consequence.run();
    } catch (Stopped e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "after an accepted event", e);
    }
  }

  /** Does what is left, on this thread. */
  void finish() {
    for (var next = queue.poll(); next != null; next = queue.poll()) run(next);
  }
}
