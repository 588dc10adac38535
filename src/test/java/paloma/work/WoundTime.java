package paloma.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A clock that stands still until a test winds it; timers run on the winder's thread. Thread-safe.
 */
public final class WoundTime implements Time {
  private final List<Alarm> alarms = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-24T08:00:00Z");
  private long nanos = 1_000;

  private static final class Alarm {
    private final Runnable action;
    private final Duration period;
    private long at;

    Alarm(Runnable action, Duration period, long at) {
      this.action = action;
      this.period = period;
      this.at = at;
    }
  }

  /** Both clocks go on, and what is due runs. */
  public void pass(Duration duration) {
    long end = nanos() + duration.toNanos();
    for (var next = due(end); next.isPresent(); next = due(end)) next.get().action.run();
    step(end);
  }

  private synchronized Optional<Alarm> due(long end) {
    var next = alarms.stream().filter(a -> a.at <= end).min(Comparator.comparing(a -> a.at));
    next.ifPresent(alarm -> {
      step(alarm.at);
      if (alarm.period == null) alarms.remove(alarm);
      else alarm.at += alarm.period.toNanos();
    });
    return next;
  }

  private synchronized void step(long to) {
    now = now.plusNanos(to - nanos);
    nanos = to;
  }

  /** Only the wall clock goes on, as in a sleep. */
  public synchronized void sleep(Duration duration) {
    now = now.plus(duration);
  }

  /** Waits until other threads have set so many alarms. */
  public synchronized void awaitAlarms(int count) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (alarms.size() < count) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) throw new AssertionError("only " + alarms.size() + " alarms");
      wait(left);
    }
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized Timer after(Duration delay, String name, Runnable action) {
    return add(new Alarm(action, null, nanos + delay.toNanos()));
  }

  @Override
  public synchronized Timer every(Duration period, String name, Runnable action) {
    return add(new Alarm(action, period, nanos + period.toNanos()));
  }

  private Timer add(Alarm alarm) {
    alarms.add(alarm);
    notifyAll();
    return () -> {
      synchronized (this) {
        alarms.remove(alarm);
      }
    };
  }
}
