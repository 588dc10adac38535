package paloma.core;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;
import paloma.work.Tasks;

/** Hands notices to the front-ends: in order, one at a time, on one thread. */
final class Notices {
  private static final System.Logger LOG = System.getLogger("paloma.core");

  private final Tasks tasks;
  private final LinkedBlockingDeque<Notice> queue = new LinkedBlockingDeque<>();
  private final List<Consumer<Notice>> listeners = new CopyOnWriteArrayList<>();

  Notices(Tasks tasks) {
    this.tasks = tasks;
  }

  /** Begins to deliver; this notice comes before all that was posted already. */
  void start(Notice first) {
    queue.addFirst(first);
    tasks.start("notices", this::run);
  }

  AutoCloseable listen(Consumer<Notice> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void post(Notice notice) {
    queue.add(notice);
  }

  private void run() throws InterruptedException {
    while (true) deliver(queue.take());
  }

  private void deliver(Notice notice) {
    for (var listener : listeners) {
      try {
        listener.accept(notice);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a listener failed on " + notice.getClass().getSimpleName(), e);
      }
    }
  }

  /** Hands over what is queued, on this thread: the last words before the end. */
  void flush() {
    for (var notice = queue.poll(); notice != null; notice = queue.poll()) deliver(notice);
  }
}
