package paloma.transfer;

import java.time.Duration;
import java.util.ArrayDeque;

/** How fast a transfer goes, and when that is worth a notice. Pure, not thread-safe. */
final class Pace {
  /** Four notices a second: more only makes numbers that nobody can read. */
  private static final long PERIOD = Duration.ofMillis(250).toNanos();

  /** A mean over this time neither jumps nor lags. */
  private static final long SPAN = Duration.ofSeconds(3).toNanos();

  private record Sample(long nanos, long done) {}

  private final ArrayDeque<Sample> samples = new ArrayDeque<>();

  /** Takes a state of things; whether it should be told. */
  boolean due(long nanos, long done) {
    if (!samples.isEmpty() && nanos - samples.getLast().nanos < PERIOD) return false;
    samples.add(new Sample(nanos, done));
    while (samples.size() > 2 && nanos - samples.getFirst().nanos > SPAN) samples.removeFirst();
    return true;
  }

  /** Bytes a second between the oldest sample that counts and the newest. */
  long rate() {
    if (samples.size() < 2) return 0;
    long nanos = samples.getLast().nanos - samples.getFirst().nanos;
    long bytes = samples.getLast().done - samples.getFirst().done;
    return nanos <= 0 ? 0 : Math.max(0, Math.round(bytes * 1e9 / nanos));
  }
}
