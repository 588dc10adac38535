package paloma.work;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The machine's clock. One daemon thread keeps the timers; their actions run on virtual threads.
 */
public final class SystemTime implements Time, AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.work");

  private final ScheduledThreadPoolExecutor timers =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("timers").factory());

  public SystemTime() {
    timers.setRemoveOnCancelPolicy(true);
    timers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Timer after(Duration delay, String name, Runnable action) {
    if (timers.isShutdown()) return () -> {};
    return cancel(timers.schedule(() -> run(name, action), delay.toNanos(), TimeUnit.NANOSECONDS));
  }

  @Override
  public Timer every(Duration period, String name, Runnable action) {
    if (timers.isShutdown()) return () -> {};
    var busy = new AtomicBoolean();
    Runnable turn =
        () -> {
          if (!busy.compareAndSet(false, true)) return;
          run(
              name,
              () -> {
                try {
                  action.run();
                } finally {
                  busy.set(false);
                }
              });
        };
    // All tick on one beat: the machine wakes once for those that are due together.
    long beat = period.toNanos() - Math.floorMod(nanos(), period.toNanos());
    return cancel(timers.scheduleAtFixedRate(turn, beat, period.toNanos(), TimeUnit.NANOSECONDS));
  }

  private static void run(String name, Runnable action) {
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          try {
            action.run();
          } catch (Stopped e) {
            LOG.log(Level.TRACE, "too late: " + name);
          } catch (Throwable e) {
            LOG.log(Level.ERROR, "timer " + name + " ended by", e);
          }
        });
  }

  private static Timer cancel(ScheduledFuture<?> future) {
    return () -> future.cancel(false);
  }

  @Override
  public void close() {
    timers.shutdownNow();
  }
}
