package paloma.mail;

import java.time.Duration;
import java.util.Collection;

/** How much mail of others is carried, and how long. Pure. */
public final class Allowance {
  /** Longer than a holiday of two weeks nobody counts on a colleague's computer. */
  public static final Duration KEPT = Duration.ofDays(14);

  /** Envelopes of one colleague: some weeks of talk with several absent people. */
  public static final int ENVELOPES_OF_ONE = 256;

  public static final long BYTES_OF_ONE = 8L << 20;

  /** All that lies here: the database stays small beside the messages themselves. */
  public static final int ENVELOPES = 2048;

  public static final long BYTES = 64L << 20;

  private Allowance() {}

  /**
   * Whether one more envelope of so many bytes is taken.
   *
   * @param all sizes of what lies here
   * @param ofOne sizes of what this colleague has left, as far as it is known in this run
   */
  static boolean takes(int bytes, Collection<Integer> all, Collection<Integer> ofOne) {
    return all.size() < ENVELOPES
        && sum(all) + bytes <= BYTES
        && ofOne.size() < ENVELOPES_OF_ONE
        && sum(ofOne) + bytes <= BYTES_OF_ONE;
  }

  private static long sum(Collection<Integer> sizes) {
    return sizes.stream().mapToLong(Integer::longValue).sum();
  }
}
