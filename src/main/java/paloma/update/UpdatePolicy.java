package paloma.update;

import java.util.Optional;
import paloma.model.ReleaseVersion;

/**
 * What the settings, or the office above them, say about updates from colleagues.
 *
 * @param on false: nothing is announced, shown, served or asked for
 * @param newest nothing newer than this is shown; empty is no limit
 * @param frozen a pin that is not a version shows nothing: a slip must not lift it
 */
public record UpdatePolicy(boolean on, Optional<ReleaseVersion> newest, boolean frozen) {
  /** The policy of the settings {@code updates} and {@code updates.version}. */
  public static UpdatePolicy of(String updates, String pin) {
    var version = ReleaseVersion.parse(pin.strip());
    boolean pinned = !pin.isBlank();
    return new UpdatePolicy(!updates.equals("off"), version, pinned && version.isEmpty());
  }

  public static UpdatePolicy open() {
    return new UpdatePolicy(true, Optional.empty(), false);
  }

  boolean allows(ReleaseVersion version) {
    return !frozen && newest.map(most -> version.compareTo(most) <= 0).orElse(true);
  }
}
