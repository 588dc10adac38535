package paloma.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import paloma.model.Problem;
import paloma.model.ProblemException;

/**
 * A policy in the Windows registry: a value for each setting, in a key {@code Why} the reasons, in
 * a key {@code Defaults} the office's defaults, and a value {@code contact}. Pure.
 */
public final class PolicyRegistry {
  private static final String OURSELVES = "";
  private static final String DEFAULTS = "defaults";
  private static final String WHY = "why";
  private static final String CONTACT = "contact";

  private final String path;
  private final PolicyDraft draft = new PolicyDraft();

  private PolicyRegistry(String path) {
    this.path = path;
  }

  /**
   * What the values say.
   *
   * @param path of the key, as it is named in problems
   * @param keys the values of the key itself, under an empty name, and of the keys below it: texts,
   *     numbers, lists of texts; anything else stands for a type that is not used here
   */
  public static PolicyReading read(String path, Map<String, Map<String, Object>> keys) {
    try {
      return new PolicyRegistry(path).read(keys);
    } catch (ProblemException e) {
      return PolicyReading.refused(e.problem());
    }
  }

  /** The key could not be read, although it may be there. */
  public static PolicyReading unreadable(String path) {
    return PolicyReading.refused(Problem.failed("policy-unreadable", path));
  }

  private PolicyReading read(Map<String, Map<String, Object>> keys) {
    var found = new HashMap<String, Map<String, Object>>();
    keys.forEach((name, values) -> found.put(lower(name), sorted(values)));
    var own = found.getOrDefault(OURSELVES, Map.of());
    var whys = found.getOrDefault(WHY, Map.of());
    own.forEach((key, value) -> {
      if (key.equals(CONTACT)) {
        draft.contact(place(key), value);
      } else if (draft.names(place(key), key, key)) {
        var why = draft.text(place(WHY + "\\" + key), key, whys.getOrDefault(key, ""));
        draft.lock(place(key), key, meant(key, value), why);
      }
    });
    found
        .getOrDefault(DEFAULTS, Map.of())
        .forEach((key, value) -> {
          var place = place(DEFAULTS + "\\" + key);
          if (draft.names(place, key, DEFAULTS + "\\" + key)) {
            draft.fallback(place, key, meant(key, value));
          }
        });
    for (var key : new TreeMap<>(found).keySet()) {
      if (!List.of(OURSELVES, DEFAULTS, WHY).contains(key)) draft.unknown(place(key), key);
    }
    return draft.finished();
  }

  /** The registry does not tell capitals apart, and has no order worth keeping. */
  private static Map<String, Object> sorted(Map<String, Object> values) {
    var sorted = new TreeMap<String, Object>();
    values.forEach((name, value) -> sorted.put(lower(name), value));
    return sorted;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A switch is a number here; every other setting takes what stands there. */
  private static Object meant(String key, Object value) {
    boolean flag = Setting.named(key).orElseThrow().fallback() instanceof Boolean;
    if (!flag || !(value instanceof Number number)) return value;
    return switch (number.toString()) {
      case "0" -> false;
      case "1" -> true;
      default -> value;
    };
  }

  private String place(String name) {
    return path + "\\" + name;
  }
}
