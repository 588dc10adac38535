package paloma.rig;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import paloma.work.SystemTime;
import paloma.work.Time;

/**
 * The machine's clock, whose wall clock jumps: because somebody sets it wrong, or because much time
 * goes by. Thread-safe.
 */
final class JumpingTime implements Time, AutoCloseable {
  private static final Duration SELDOM = Duration.ofHours(1);

  private final List<Runnable> seldom = new CopyOnWriteArrayList<>();
  private final SystemTime machine = new SystemTime();
  private volatile Duration off = Duration.ZERO;

  /** The clock is set: nothing else happens. */
  void jump(Duration by) {
    off = off.plus(by);
  }

  /** So much time goes by: what is done every hour or more is done then. */
  void leap(Duration by) {
    jump(by);
    seldom.forEach(Runnable::run);
  }

  @Override
  public Instant now() {
    return machine.now().plus(off);
  }

  @Override
  public long nanos() {
    return machine.nanos();
  }

  @Override
  public Timer after(Duration delay, String name, Runnable action) {
    return machine.after(delay, name, action);
  }

  @Override
  public Timer every(Duration period, String name, Runnable action) {
    var timer = machine.every(period, name, action);
    if (period.compareTo(SELDOM) < 0) return timer;
    seldom.add(action);
    return () -> {
      seldom.remove(action);
      timer.cancel();
    };
  }

  @Override
  public void close() {
    machine.close();
  }
}
