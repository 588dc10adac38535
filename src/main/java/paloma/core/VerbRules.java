package paloma.core;

import java.time.Duration;

/**
 * What is set about messages.
 *
 * @param recall how long one's own messages can be taken back; zero for never
 * @param receipts whether others learn that we read
 */
public record VerbRules(Duration recall, boolean receipts) {
  public static final VerbRules USUAL = new VerbRules(Duration.ofMinutes(10), true);
}
