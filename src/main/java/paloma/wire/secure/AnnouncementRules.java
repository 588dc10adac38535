package paloma.wire.secure;

import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * When to announce. Pure: it is told what happened and when, in nanoseconds of any clock, and says
 * when the next announcement is due. Not thread-safe.
 */
final class AnnouncementRules {
  private static final long SECOND = 1_000_000_000L;
  private static final long MILLI = 1_000_000L;

  /** A lost datagram, a peer that starts at the same moment, an address still being tested. */
  private static final long[] BURST = {0, SECOND / 2, 2 * SECOND};

  private static final long LEAST_PERIOD_MILLIS = 10_000;

  /** So many datagrams a second may all peers together put on everybody. */
  private static final int DATAGRAMS_PER_SECOND = 25;

  /** The period is announced: it must not change with every peer that comes. */
  private static final long STEP_MILLIS = 5_000;

  /** Jitter only shortens, so that two and a half periods without a sign is a promise. */
  private static final double JITTER = 0.2;

  /** Answers to somebody new are spread, over longer where they would be a flood. */
  private static final long ANSWER_SPREAD = 200 * MILLI;

  /** An answer is about this much of the time of a LAN: 1,000 datagrams a second. */
  private static final long ANSWER_COST = MILLI;

  private static final int RETRIES = 5;

  private final RandomGenerator random;
  private final PriorityQueue<Long> once = new PriorityQueue<>();
  private boolean started;
  private long regular;
  private OptionalLong lastAnswer = OptionalLong.empty();
  private long periodMillis = LEAST_PERIOD_MILLIS;
  private long spread = ANSWER_SPREAD;
  private int retries;

  AnnouncementRules(RandomGenerator random) {
    this.random = random;
  }

  /** Started, or on a new network: say it three times. */
  void burst(long now) {
    once.clear();
    for (long delay : BURST) once.add(now + delay);
    retries = RETRIES;
    if (!started) {
      started = true;
      regular = now + jittered();
    }
  }

  /** What is announced changed: at once, and once more in case that is lost. */
  void changed(long now) {
    once.add(now);
    once.add(now + SECOND / 2);
  }

  /** Somebody is there who does not know us yet: soon, at most once a second. */
  void newcomer(long now) {
    long earliest = lastAnswer.isEmpty() ? now : Math.max(now, lastAnswer.getAsLong() + SECOND);
    // Only one that is still to come will be heard by the newcomer.
    if (!once.isEmpty() && once.peek() > now && once.peek() <= earliest + ANSWER_SPREAD) return;
    long at = earliest + random.nextLong(spread);
    lastAnswer = OptionalLong.of(at);
    once.add(at);
  }

  /** Some way did not take it, such as an IPv6 address that is still being tested. */
  void retry(long now) {
    if (retries <= 0) return;
    retries--;
    once.add(now + SECOND);
  }

  /** How many peers announce, on how many ways each. True when the period became another. */
  boolean population(int peers, int ways) {
    spread = Math.max(ANSWER_SPREAD, (long) peers * ways * ANSWER_COST);
    long needed = Math.max(LEAST_PERIOD_MILLIS, 1_000L * peers * ways / DATAGRAMS_PER_SECOND);
    long stepped = (needed + STEP_MILLIS - 1) / STEP_MILLIS * STEP_MILLIS;
    stepped = Math.min(stepped, Announcement.MOST_PERIOD_MILLIS);
    // Downwards only by a clear step, or one peer coming and going would change it each time.
    if (stepped == periodMillis || stepped == periodMillis - STEP_MILLIS) return false;
    periodMillis = stepped;
    return true;
  }

  long periodMillis() {
    return periodMillis;
  }

  /** When the next one is due; empty before the first burst. */
  OptionalLong next() {
    if (!started) return OptionalLong.empty();
    return OptionalLong.of(once.isEmpty() ? regular : Math.min(once.peek(), regular));
  }

  /** Whether one is due now; if so it counts as sent. */
  boolean due(long now) {
    if (!started || next().getAsLong() > now) return false;
    while (!once.isEmpty() && once.peek() <= now) once.poll();
    regular = now + jittered();
    return true;
  }

  private long jittered() {
    return (long) (periodMillis * MILLI * (1 - JITTER * random.nextDouble()));
  }
}
