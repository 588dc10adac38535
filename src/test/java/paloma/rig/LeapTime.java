package paloma.rig;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import paloma.work.SystemTime;
import paloma.work.Time;

/** The machine's clock, whose wall time can leap: what is done every hour or more is done then. */
final class LeapTime implements Time, AutoCloseable {
  private static final Duration SELDOM = Duration.ofHours(1);

  private final SystemTime system = new SystemTime();
  private final List<Runnable> seldom = new CopyOnWriteArrayList<>();
  private volatile Duration ahead = Duration.ZERO;

  void leap(Duration by) {
    ahead = ahead.plus(by);
    seldom.forEach(Runnable::run);
  }

  @Override
  public Instant now() {
    return system.now().plus(ahead);
  }

  @Override
  public long nanos() {
    return system.nanos();
  }

  @Override
  public Timer after(Duration delay, String name, Runnable action) {
    return system.after(delay, name, action);
  }

  @Override
  public Timer every(Duration period, String name, Runnable action) {
    var timer = system.every(period, name, action);
    if (period.compareTo(SELDOM) < 0) return timer;
    seldom.add(action);
    return () -> {
      seldom.remove(action);
      timer.cancel();
    };
  }

  @Override
  public void close() {
    system.close();
  }
}
