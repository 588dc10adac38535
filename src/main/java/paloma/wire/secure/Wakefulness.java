package paloma.wire.secure;

import java.time.Duration;
import java.time.Instant;

/**
 * Notices that this machine slept, or was stopped, or that its clock was set: the wall clock and
 * the monotonic one went apart, or the look that should come each second came late. Pure; not
 * thread-safe.
 */
final class Wakefulness {
  static final Duration LOOK = Duration.ofSeconds(1);

  /** A busy machine is late by a second or two, and a corrected clock jumps by less than this. */
  private static final Duration JUMP = Duration.ofSeconds(5);

  private Instant wall;
  private long nanos;

  Wakefulness(Instant wall, long nanos) {
    this.wall = wall;
    this.nanos = nanos;
  }

  /** The next look; whether time jumped since the last one. */
  boolean jumped(Instant wall, long nanos) {
    var byWall = Duration.between(this.wall, wall);
    var byNanos = Duration.ofNanos(nanos - this.nanos);
    this.wall = wall;
    this.nanos = nanos;
    // Some systems stop the monotonic clock in sleep, on others it goes on and our timer is late.
    return byWall.minus(byNanos).abs().compareTo(JUMP) > 0
        || byNanos.compareTo(LOOK.plus(JUMP)) > 0;
  }
}
