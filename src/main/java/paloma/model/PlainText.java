package paloma.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text as a search compares it: NFKC and lower case, so that full-width and half-width, capital
 * and small are the same. Remembers which character of the original each of its own came from.
 * Immutable.
 */
public final class PlainText {
  /** A part of the original text, in UTF-16 units; {@code to} is not part of it. */
  public record Hit(int from, int to) {}

  private final String plain;

  /** Where in the original each unit of {@link #plain} began; one more for the end. */
  private final int[] origins;

  private PlainText(String plain, int[] origins) {
    this.plain = plain;
    this.origins = origins;
  }

  /** The plain form alone. */
  public static String of(String text) {
    var whole = Normalizer.isNormalized(text, Normalizer.Form.NFKC) ? text : normal(text);
    return whole.toLowerCase(Locale.ROOT).replace('ς', 'σ').replaceAll("[\uFE0F\u200B\uFEFF]", "");
  }

  /** The words of a query: all of them must occur. */
  public static List<String> words(String query) {
    return Arrays.stream(of(query).split("\\s+")).filter(w -> !w.isEmpty()).distinct().toList();
  }

  /** Where the words of a query occur in a text, in order and without overlaps. */
  public static List<Hit> hits(String text, String query) {
    var words = words(query);
    if (words.isEmpty()) return List.of();
    var mapped = mapped(text);
    var found = new boolean[mapped.plain.length()];
    for (var word : words) {
      for (int at = mapped.plain.indexOf(word); at >= 0; at = mapped.plain.indexOf(word, at + 1)) {
        Arrays.fill(found, at, at + word.length(), true);
      }
    }
    return mapped.ranges(found);
  }

  private List<Hit> ranges(boolean[] found) {
    var hits = new ArrayList<Hit>();
    for (int at = 0; at < found.length; at++) {
      if (!found[at]) continue;
      int from = at;
      while (at < found.length && found[at]) at++;
      int begin = origins[from];
      // A character that became several belongs to the hit as a whole.
      int end = at;
      while (end < origins.length - 1 && origins[end] == origins[at - 1]) end++;
      if (hits.isEmpty() || begin >= hits.getLast().to()) hits.add(new Hit(begin, origins[end]));
    }
    return hits;
  }

  private static PlainText mapped(String text) {
    var plain = new StringBuilder(text.length());
    var origins = new int[Math.max(16, text.length() + 1)];
    for (int at = 0; at < text.length(); ) {
      int end = next(text, at);
      var part = of(text.substring(at, end));
      if (plain.length() + part.length() >= origins.length) {
        origins = Arrays.copyOf(origins, 2 * (plain.length() + part.length()));
      }
      Arrays.fill(origins, plain.length(), plain.length() + part.length(), at);
      plain.append(part);
      at = end;
    }
    origins = Arrays.copyOf(origins, plain.length() + 1);
    origins[plain.length()] = text.length();
    return new PlainText(plain.toString(), origins);
  }

  /** The end of a character with all that is combined with it. */
  private static int next(String text, int at) {
    int end = at + Character.charCount(text.codePointAt(at));
    while (end < text.length() && combines(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean combines(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      // The half-width sound marks of katakana.
      default -> point == 0xFF9E || point == 0xFF9F;
    };
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
