package paloma.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until a test winds it; timers run on the winder's thread. */
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
    long end = nanos + duration.toNanos();
    while (true) {
      var next =
          alarms.stream().filter(a -> a.at <= end).min(java.util.Comparator.comparing(a -> a.at));
      if (next.isEmpty()) break;
      var alarm = next.get();
      step(alarm.at);
      if (alarm.period == null) alarms.remove(alarm);
      else alarm.at += alarm.period.toNanos();
      alarm.action.run();
    }
    step(end);
  }

  private void step(long to) {
    now = now.plusNanos(to - nanos);
    nanos = to;
  }

  /** Only the wall clock goes on, as in a sleep. */
  public void sleep(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Timer after(Duration delay, String name, Runnable action) {
    return add(new Alarm(action, null, nanos + delay.toNanos()));
  }

  @Override
  public Timer every(Duration period, String name, Runnable action) {
    return add(new Alarm(action, period, nanos + period.toNanos()));
  }

  private Timer add(Alarm alarm) {
    alarms.add(alarm);
    return () -> alarms.remove(alarm);
  }
}
