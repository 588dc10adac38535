package paloma.work;

import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The only place where threads start: virtual but for a few, named, known, and interrupted together
 * on close.
 *
 * <p>A task may block for ever. An interrupted one is expected to return soon; on JDK 25 an
 * interrupt closes the socket that a virtual thread reads. A throwable that leaves a task is logged
 * and ends only that task.
 */
public final class Tasks implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.work");

  private final Time time;
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public Tasks(Time time) {
    this.time = time;
  }

  public Time time() {
    return time;
  }

  /** A body that may fail; an {@link InterruptedException} is the normal end of a closed task. */
  @FunctionalInterface
  public interface Job {
    void run() throws Exception;
  }

  /** Starts a task. After {@link #close} nothing starts any more and the handle is an ended one. */
  public Task start(String name, Job job) {
    return start(Thread.ofVirtual().name(name), name, job);
  }

  /**
   * Starts a task that wakes for every datagram all day, on a thread of the system: waking that is
   * one switch, waking a virtual one is three. For few.
   */
  public Task listen(String name, Job job) {
    return start(Thread.ofPlatform().daemon().name(name), name, job);
  }

  private Task start(Thread.Builder kind, String name, Job job) {
    var thread =
        kind.unstarted(() -> {
          try {
            job.run();
          } catch (InterruptedException | InterruptedIOException | Stopped e) {
            LOG.log(Level.TRACE, "interrupted: " + name);
          } catch (Throwable e) {
            LOG.log(Level.ERROR, "task " + name + " ended by", e);
          } finally {
            running.remove(Thread.currentThread());
          }
        });
    running.add(thread);
    if (closed) {
      running.remove(thread);
    } else {
      thread.start();
    }
    return new Task(thread);
  }

  /** A started task. */
  public record Task(Thread thread) {
    public void interrupt() {
      thread.interrupt();
    }

    /** Waits for the end; false when it did not come in time. */
    public boolean join(Duration patience) throws InterruptedException {
      return thread.getState() == Thread.State.NEW || thread.join(patience);
    }

    public boolean alive() {
      return thread.isAlive();
    }
  }

  public int count() {
    return running.size();
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(Thread::interrupt);
  }
}
