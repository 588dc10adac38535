package paloma.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import paloma.model.Manifest;
import paloma.model.Problem;

/**
 * Makes names that came from elsewhere harmless on every system, by the strictest rules of all of
 * them: what is safe here is still safe when the folder is carried to another PC. Pure.
 */
public final class SafeNames {
  /** UTF-8 bytes of a name: most file systems take 255, and " (2)" still has to fit. */
  public static final int MOST_BYTES = 200;

  /** A path below the download folder; Linux takes 4,096 bytes with the folder's own name. */
  static final int MOST_PATH_BYTES = 3_000;

  /** An extension longer than this is none: it is part of a sentence with a dot. */
  private static final int MOST_EXTENSION_BYTES = 32;

  private static final String FORBIDDEN = "/\\:*?\"<>|";
  private static final Set<String> DEVICES = devices();

  private SafeNames() {}

  /** A single name that is no path, not hidden, no device, and looks like what it is. */
  public static String of(String name) {
    var clean = Normalizer.normalize(visible(name), Normalizer.Form.NFC);
    clean = edges(clean);
    var stem = clean.split("\\.", 2)[0].strip().toUpperCase(Locale.ROOT);
    return shorten(DEVICES.contains(stem) ? "_" + clean : clean);
  }

  /**
   * Where each entry of an offer goes, in the manifest's order: safe names, and no two entries that
   * any file system could take for the same.
   */
  public static List<List<String>> layout(Manifest manifest) {
    var places = new ArrayList<List<String>>(manifest.entries().size());
    var folders = new HashMap<List<String>, List<String>>();
    var taken = new HashSet<List<String>>();
    folders.put(List.of(), List.of());
    for (var entry : manifest.entries()) {
      var raw = entry.path();
      var parent = folders.get(raw.subList(0, raw.size() - 1));
      if (parent == null) throw notAllowed(String.join("/", raw));
      var place = place(parent, of(raw.getLast()), taken);
      if (entry.folder()) folders.put(raw, place);
      places.add(place);
    }
    return places;
  }

  private static List<String> place(List<String> parent, String name, Set<List<String>> taken) {
    for (int n = 1; ; n++) {
      var place = append(parent, FreeNames.numbered(name, n));
      if (!taken.add(append(parent, folded(place.getLast())))) continue;
      int bytes = place.stream().mapToInt(part -> bytes(part) + 1).sum();
      if (bytes > MOST_PATH_BYTES) throw notAllowed(name);
      return place;
    }
  }

  private static List<String> append(List<String> parent, String name) {
    var path = new ArrayList<String>(parent.size() + 1);
    path.addAll(parent);
    path.add(name);
    return List.copyOf(path);
  }

  private static RuntimeException notAllowed(String name) {
    return Problem.failed("name-not-allowed", of(name)).exception();
  }

  /** The same for names that a file system which ignores case or composition takes for one. */
  static String folded(String name) {
    var upper = Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
    return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  private static String visible(String name) {
    var out = new StringBuilder(name.length());
    Normalizer.normalize(name, Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> !invisible(c))
        .map(SafeNames::plain)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** What nobody sees but what makes two names differ, or text run backwards. */
  private static boolean invisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR -> true;
      case Character.PARAGRAPH_SEPARATOR -> true;
      default ->
          c == 0x034f // combining grapheme joiner
              || c == 0x115f // Hangul fillers, and the two below
              || c == 0x1160
              || c == 0x3164
              || c == 0xffa0
              || (c >= 0x17b4 && c <= 0x17b5) // Khmer inherent vowels
              || (c >= 0x180b && c <= 0x180f) // Mongolian selectors
              || c == 0x2800 // blank braille
              || (c >= 0xfe00 && c <= 0xfe0f) // variation selectors, also below
              || (c >= 0xe0000 && c <= 0xe0fff); // tags
    };
  }

  private static int plain(int c) {
    if (FORBIDDEN.indexOf(c) >= 0) return '_';
    return switch (Character.getType(c)) {
      case Character.SURROGATE -> '_';
      case Character.SPACE_SEPARATOR -> ' ';
      default -> c;
    };
  }

  /** No leading dot (hidden) and no dot or space at the end (Windows drops them). */
  private static String edges(String name) {
    int end = name.length();
    while (end > 0 && edge(name.charAt(end - 1))) end--;
    int start = 0;
    while (start < end && edge(name.charAt(start))) start++;
    boolean hidden = name.substring(0, start).indexOf('.') >= 0;
    var inner = name.substring(start, end);
    return inner.isEmpty() ? "_" : hidden ? "_" + inner : inner;
  }

  private static boolean edge(char c) {
    return c == '.' || c == ' ';
  }

  private static String shorten(String name) {
    if (bytes(name) <= MOST_BYTES) return name;
    var extension = extension(name);
    var stem = name.substring(0, name.length() - extension.length());
    return edges(cut(stem, MOST_BYTES - bytes(extension)) + extension);
  }

  /** The last extension with its dot, or nothing. */
  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0) return "";
    var extension = name.substring(dot);
    return extension.length() > 1 && bytes(extension) <= MOST_EXTENSION_BYTES ? extension : "";
  }

  /** As much of a text as fits into so many bytes; no character is torn. */
  static String cut(String text, int most) {
    int room = most;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      room -= c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (room < 0) break;
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Set<String> devices() {
    var names = new HashSet<>(Set.of("CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"));
    for (var port : List.of("COM", "LPT")) {
      for (var number : "0123456789\u00b9\u00b2\u00b3".split("")) names.add(port + number);
    }
    return Set.copyOf(names);
  }

  /** Whether nothing is left to mend. */
  static boolean isSafe(String name) {
    return of(name).equals(name);
  }

  /** For people: the same rules on every name of a list. */
  public static List<String> of(List<String> names) {
    return names.stream().map(SafeNames::of).toList();
  }

  /** Makes names of the top level differ before they are offered; keeps all but the clashing. */
  static String unlike(String name, Map<String, Integer> used) {
    for (int n = 1; ; n++) {
      var candidate = FreeNames.numbered(name, n);
      if (used.putIfAbsent(candidate, n) == null) return candidate;
    }
  }
}
