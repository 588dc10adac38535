package paloma.demo;

import java.time.Duration;
import java.time.Instant;
import paloma.work.Time;

/**
 * A clock that shows what the play wants and whose timers are real, so that things said in a second
 * look as if they had been said over a week. Thread-safe.
 */
final class StageClock implements Time {
  private final Time real;
  private volatile Instant shown;
  private volatile Instant since;

  StageClock(Time real, Instant shown) {
    this.real = real;
    this.shown = shown;
  }

  void show(Instant time) {
    shown = time;
  }

  /** Goes on from what is shown, at the real pace. */
  void run() {
    since = real.now();
  }

  @Override
  public Instant now() {
    var started = since;
    return started == null ? shown : shown.plus(Duration.between(started, real.now()));
  }

  @Override
  public long nanos() {
    return real.nanos();
  }

  @Override
  public Timer after(Duration delay, String name, Runnable action) {
    return real.after(delay, name, action);
  }

  @Override
  public Timer every(Duration period, String name, Runnable action) {
    return real.every(period, name, action);
  }
}
