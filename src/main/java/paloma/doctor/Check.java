package paloma.doctor;

import java.util.List;
import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param check {@code interface, multicast-in, multicast-out, broadcast, mdns, hear, heard, tcp-in,
 *     tcp-out, port, clone, version}
 * @param subject what it is about: an interface, an address, a port
 * @param details what the sentences name; they stand in the words under {@code
 *     doctor.CHECK.RESULT.says} and {@code .fix}
 */
public record Check(String check, String subject, Result result, List<String> details) {
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
