package paloma.wire.secure;

/** So many a second, and a burst after quiet. Pure; not thread-safe. */
final class Rate {
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double burst;
  private double left;
  private long last;

  Rate(double perSecond, double burst, long now) {
    this.perSecond = perSecond;
    this.burst = burst;
    left = burst;
    last = now;
  }

  /** Whether one more may pass now. */
  boolean pass(long now) {
    left = Math.min(burst, left + (now - last) / NANOS * perSecond);
    last = now;
    if (left < 1) return false;
    left--;
    return true;
  }
}
