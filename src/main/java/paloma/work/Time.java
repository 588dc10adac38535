package paloma.work;

import java.time.Duration;
import java.time.Instant;

/** The clock everything runs on; tests wind their own. Thread-safe. */
public interface Time {
  /** Wall time: only for what people see. It may jump. */
  Instant now();

  /** Nanoseconds that never go back: for deadlines and periods. */
  long nanos();

  /** Runs an action once, on a thread of its own, after a delay. */
  Timer after(Duration delay, String name, Runnable action);

  /** Runs an action again and again, never overlapping with itself, first within one period. */
  Timer every(Duration period, String name, Runnable action);

  /** Something that is still going to happen. */
  interface Timer {
    /** Nothing starts after this returns; what already runs is not stopped. */
    void cancel();
  }
}
