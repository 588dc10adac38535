package paloma.settings;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hours in which nobody is disturbed; they may go over midnight. Pure.
 *
 * @param from the first minute
 * @param to the first minute after them
 */
public record QuietHours(LocalTime from, LocalTime to) {
  private static final Pattern FORM =
      Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)\\s*[-–~～]\\s*([01]?\\d|2[0-3]):([0-5]\\d)");

  /** Reads {@code 22:00-08:00}; empty for anything else, and where both are the same. */
  public static Optional<QuietHours> parse(String text) {
    var match = FORM.matcher(text.strip());
    if (!match.matches()) return Optional.empty();
    var from = LocalTime.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    var to = LocalTime.of(Integer.parseInt(match.group(3)), Integer.parseInt(match.group(4)));
    return from.equals(to) ? Optional.empty() : Optional.of(new QuietHours(from, to));
  }

  public boolean include(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }

  /** As it is written in the file. */
  public String text() {
    return from + "-" + to;
  }
}
