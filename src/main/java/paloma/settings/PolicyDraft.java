package paloma.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paloma.model.Problem;

/**
 * A policy while one source of it is read: what is not allowed ends the reading by a {@link
 * paloma.model.ProblemException}, what is not known is noted. For one thread.
 */
final class PolicyDraft {
  /** What is shown in one or two lines. */
  private static final int LONGEST_TEXT = 300;

  /** Of a wrong value, enough to recognise it. */
  private static final int SHOWN = 60;

  private final Map<String, Policy.Lock> locks = new LinkedHashMap<>();
  private final Map<String, Object> defaults = new LinkedHashMap<>();
  private final List<Problem> warnings = new ArrayList<>();
  private String contact = "";

  /** Whether a policy may name this setting; else that it does is noted. */
  boolean names(String place, String key, String shown) {
    var setting = Setting.named(key);
    if (setting.isEmpty()) {
      unknown(place, shown);
      return false;
    }
    if (!setting.get().lockable()) {
      warnings.add(Problem.failed("policy-not-lockable", place, shown));
      return false;
    }
    return true;
  }

  void unknown(String place, String shown) {
    warnings.add(Problem.failed("policy-unknown-key", place, shown));
  }

  void lock(String place, String key, Object value, String why) {
    locks.put(key, new Policy.Lock(allowed(place, key, value), why));
  }

  void fallback(String place, String key, Object value) {
    defaults.put(key, allowed(place, key, value));
  }

  void contact(String place, Object value) {
    contact = text(place, "contact", value);
  }

  /** Words for people: one line, and not a long one. */
  String text(String place, String key, Object value) {
    if (value instanceof String text && text.length() <= LONGEST_TEXT) {
      return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
    throw wrong(place, key, value);
  }

  private static Object allowed(String place, String key, Object value) {
    var setting = Setting.named(key).orElseThrow();
    if (value == null) throw wrong(place, key, null);
    return setting.read().apply(value).orElseThrow(() -> wrong(place, key, value));
  }

  private static RuntimeException wrong(String place, String key, Object value) {
    var shown = String.valueOf(value);
    if (shown.length() > SHOWN) shown = shown.substring(0, SHOWN) + "…";
    return Problem.failed("policy-value", place, key, shown).exception();
  }

  PolicyReading finished() {
    return new PolicyReading(new Policy(locks, defaults, contact), List.of(), warnings);
  }
}
