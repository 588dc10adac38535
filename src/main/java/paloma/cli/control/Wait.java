package paloma.cli.control;

import java.util.List;
import java.util.Optional;

/**
 * What a command waits for, as {@code --wait delivered=10} says it.
 *
 * @param until such as {@code delivered}
 */
public record Wait(String until, int seconds) {
  /** The patience of somebody who names none. */
  public static final int SECONDS = 30;

  /** A day: more than anybody waits in a shell. */
  private static final int MOST = 86_400;

  /** Empty when it is not one of the allowed words with, if at all, a number of seconds. */
  public static Optional<Wait> parse(String words, List<String> allowed) {
    int equals = words.indexOf('=');
    var until = equals < 0 ? words : words.substring(0, equals);
    if (!allowed.contains(until)) return Optional.empty();
    if (equals < 0) return Optional.of(new Wait(until, SECONDS));
    try {
      int seconds = Integer.parseInt(words.substring(equals + 1));
      return seconds > 0 && seconds <= MOST
          ? Optional.of(new Wait(until, seconds))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
