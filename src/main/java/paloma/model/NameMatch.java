package paloma.model;

import java.util.List;

/**
 * Whether what somebody typed means a name: a part of it as written, initials, full syllables or a
 * mixture of all ("xw", "xiaowen", "xiaow" and "小w" mean 小雯). Pure.
 */
public final class NameMatch {
  /** Fewer characters of an id are no more than a guess. */
  private static final int LEAST_ID = 6;

  private final Pinyin pinyin;

  public NameMatch(Pinyin pinyin) {
    this.pinyin = pinyin;
  }

  public boolean matches(String name, String typed) {
    var query = plain(typed);
    if (query.isEmpty()) return true;
    var written = plain(name);
    if (written.contains(query)) return true;
    var points = written.codePoints().toArray();
    var readings = pinyin.readings(written);
    for (int from = 0; from < points.length; from++) {
      if (follows(points, readings, from, query)) return true;
    }
    return false;
  }

  /** Whether a query means this person: by name, reading, host, address, department or title. */
  public boolean means(Peer peer, String typed) {
    if (typed.isBlank()) return true;
    var words = PlainText.of(typed).strip();
    var profile = peer.profile();
    return matches(peer.name(), words)
        || holds(profile.host(), words)
        || holds(profile.department(), words)
        || holds(profile.title(), words)
        || peer.addresses().stream().anyMatch(a -> a.toString().startsWith(words))
        || words.length() >= LEAST_ID && peer.id().beginsWith(words);
  }

  private static boolean holds(String field, String words) {
    return field != null && PlainText.of(field).contains(words);
  }

  private static boolean follows(int[] points, List<List<String>> readings, int at, String rest) {
    if (rest.isEmpty()) return true;
    if (at == points.length) return false;
    var written = Character.toString(points[at]);
    if (rest.startsWith(written)
        && follows(points, readings, at + 1, rest.substring(written.length()))) {
      return true;
    }
    for (var reading : readings.get(at)) {
      if (reading.startsWith(rest)) return true;
      for (int length : new int[] {reading.length(), initial(reading), 1}) {
        if (rest.startsWith(reading.substring(0, length))
            && follows(points, readings, at + 1, rest.substring(length))) {
          return true;
        }
      }
    }
    return false;
  }

  /** zh, ch and sh may be typed for what begins with them. */
  private static int initial(String reading) {
    return reading.length() > 1 && reading.charAt(1) == 'h' ? 2 : 1;
  }

  private static String plain(String text) {
    return PlainText.of(text).replaceAll("[\\s'·・]+", "");
  }
}
