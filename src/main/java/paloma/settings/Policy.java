package paloma.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an office has decided about the settings. Immutable.
 *
 * @param locks what nobody can change here, by the key of the setting
 * @param defaults what holds until a person sets something else
 * @param contact whom people may ask about it; may be empty
 */
public record Policy(Map<String, Lock> locks, Map<String, Object> defaults, String contact) {
  /** Nothing is decided. */
  public static final Policy NONE = new Policy(Map.of(), Map.of(), "");

  public Policy {
    locks = Map.copyOf(locks);
    defaults = Map.copyOf(defaults);
  }

  /**
   * A value that nobody can change.
   *
   * @param value allowed for its setting
   * @param why the office's reason, in its own words; may be empty
   */
  public record Lock(Object value, String why) {}

  public Optional<Lock> lock(Setting<?> setting) {
    return Optional.ofNullable(locks.get(setting.key()));
  }

  /** The office's default, already of the setting's type. */
  public Optional<Object> fallback(Setting<?> setting) {
    return Optional.ofNullable(defaults.get(setting.key()));
  }

  /** This one, and of another one what this one says nothing about. */
  public Policy over(Policy below) {
    var allLocks = new LinkedHashMap<>(below.locks);
    allLocks.putAll(locks);
    var allDefaults = new LinkedHashMap<>(below.defaults);
    allDefaults.putAll(defaults);
    return new Policy(allLocks, allDefaults, contact.isEmpty() ? below.contact : contact);
  }
}
