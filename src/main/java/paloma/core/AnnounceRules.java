package paloma.core;

import java.util.List;
import java.util.function.Predicate;
import paloma.identity.SafetyNumber;
import paloma.model.DeviceId;

/**
 * Who may announce.
 *
 * @param senders ids of devices or their safety numbers; none for everybody
 */
public record AnnounceRules(List<String> senders) {
  public static final AnnounceRules EVERYBODY = new AnnounceRules(List.of());

  boolean allows(DeviceId author) {
    return senders.isEmpty() || named(author);
  }

  /** Whether the office names somebody: then they are nobody's stranger. */
  boolean named(DeviceId author) {
    return senders.stream().anyMatch(means(author));
  }

  private static Predicate<String> means(DeviceId author) {
    return words ->
        DeviceId.parse(words)
            .map(author::equals)
            .orElseGet(() -> digits(words).equals(digits(SafetyNumber.of(author))));
  }

  private static String digits(String number) {
    return number.replaceAll("\\D", "");
  }
}
