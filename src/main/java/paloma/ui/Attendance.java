package paloma.ui;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import paloma.platform.IdleTime;
import paloma.work.Tasks;
import paloma.work.Time;

/**
 * Looks now and then whether somebody sits at the computer. Where the system does not say, only the
 * window's own keys and clicks count. Thread-safe.
 */
final class Attendance implements AutoCloseable {
  /** Somebody who comes back is seen within this. */
  static final Duration EVERY = Duration.ofSeconds(10);

  private final Tasks tasks;
  private final IdleTime idle;
  private final IntSupplier limitMinutes;
  private final BiConsumer<Duration, Duration> told;
  private volatile long touched;
  private Time.Timer timer;

  /**
   * @param limitMinutes after how many minutes somebody looks away, as it is set now
   * @param told hears for how long nothing was touched, and the limit
   */
  Attendance(
      Tasks tasks, IdleTime idle, IntSupplier limitMinutes, BiConsumer<Duration, Duration> told) {
    this.tasks = tasks;
    this.idle = idle;
    this.limitMinutes = limitMinutes;
    this.told = told;
    touched = tasks.time().nanos();
  }

  void start() {
    // Asking a desktop may block: not on the thread of the timers.
    timer = tasks.time().every(EVERY, "attendance", () -> tasks.start("attendance", this::look));
  }

  /** Something was touched in our window. */
  void touched() {
    touched = tasks.time().nanos();
  }

  private void look() {
    var limit = Duration.ofMinutes(limitMinutes.getAsInt());
    var own = Duration.ofNanos(tasks.time().nanos() - touched);
    var since = idle.untouched().filter(d -> d.compareTo(own) < 0).orElse(own);
    told.accept(since, limit);
  }

  @Override
  public void close() {
    if (timer != null) timer.cancel();
    idle.close();
  }
}
