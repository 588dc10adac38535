package paloma.core;

import java.lang.System.Logger.Level;
import java.util.concurrent.LinkedBlockingQueue;
import paloma.work.Stopped;
import paloma.work.Tasks;

/**
 * What follows from accepted events and from what others tell, done in order in a task of its own:
 * a link that ends interrupts its tasks, and what they had committed must still have its
 * consequences.
 */
final class Arrivals {
  private static final System.Logger LOG = System.getLogger("paloma.core");

  private final Tasks tasks;
  private final String name;
  private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  Arrivals(Tasks tasks, String name) {
    this.tasks = tasks;
    this.name = name;
  }

  void start() {
    tasks.start(
        name,
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
      LOG.log(Level.ERROR, "in " + name, e);
    }
  }

  /** Does what is left, on this thread. */
  void finish() {
    for (var next = queue.poll(); next != null; next = queue.poll()) run(next);
  }
}
