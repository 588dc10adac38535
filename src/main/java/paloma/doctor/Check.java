package paloma.doctor;

import java.util.List;
import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param check {@code interface, multicast-in, multicast-out, broadcast, mdns, hear, heard, tcp-in,
 *     tcp-out, port, clone, version}
 * @param subject what it is about: an interface, an address, a port
 * @param details what else the sentences name; they stand in the words under {@code
 *     doctor.CHECK.RESULT.says} and {@code .fix}
 */
public record Check(String check, String subject, Result result, List<String> details) {
  public Check {
    details = List.copyOf(details);
  }

  static Check of(String check, String subject, Result result, String... details) {
    return new Check(check, subject, result, List.of(details));
  }

  /** What the sentences name: the subject as {0}, the details from {1} on. */
  public Object[] named() {
    var named = new Object[1 + details.size()];
    named[0] = subject;
    for (int i = 1; i < named.length; i++) named[i] = details.get(i - 1);
    return named;
  }

  /** What came of it. */
  public enum Result {
    OK,
    WARNING,
    BLOCKED,
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
