package paloma.core;

import java.time.Duration;
import java.time.Instant;

/**
 * What is set about messages.
 *
 * @param recall how long one's own messages can be taken back; zero for never
 * @param receipts whether others learn that we read
 * @param receiptsLocked the office decided about receipts: no conversation is an exception
 */
public record VerbRules(Duration recall, boolean receipts, boolean receiptsLocked) {
  public static final VerbRules USUAL = new VerbRules(Duration.ofMinutes(10), true, false);

  /** Whether a message committed here at that time can still be taken back. */
  boolean inTime(Instant committed, Instant now) {
    return committed.plus(recall).isAfter(now);
  }

  /**
   * Whether others in a conversation learn that we read.
   *
   * @param here what was decided about the conversation; null for nothing
   */
  boolean tells(Boolean here) {
    return here == null || receiptsLocked ? receipts : here;
  }
}
