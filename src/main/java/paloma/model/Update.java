package paloma.model;

import java.util.Locale;

/**
 * A newer Paloma that colleagues pass on: its signature was checked before anybody sees this.
 *
 * @param from who has it, or gave it to us; null when we brought it here ourselves
 * @param done bytes that are here
 * @param installable whether the system can put it in the place of what runs; else somebody does
 *     that by hand
 * @param problem why it was refused, or why the last try failed; null when nothing is wrong
 */
public record Update(
    Release release, DeviceId from, State state, long done, boolean installable, Problem problem) {
  /** How far it is. */
  public enum State {
    /** A colleague has it. */
    AVAILABLE,
    DOWNLOADING,
    /** It lies here, checked, and can be installed. */
    READY,
    /** What came was not what was signed; it was deleted. */
    REFUSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
