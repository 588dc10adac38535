package paloma.rig;

import java.time.Duration;
import java.time.Instant;
import paloma.work.SystemTime;
import paloma.work.Time;

/** The machine's clock, with a wall clock that somebody sets wrong. Thread-safe. */
final class JumpingTime implements Time, AutoCloseable {
  private final SystemTime machine = new SystemTime();
  private volatile Duration off = Duration.ZERO;

  void jump(Duration by) {
    off = off.plus(by);
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
    return machine.every(period, name, action);
  }

  @Override
  public void close() {
    machine.close();
  }
}
