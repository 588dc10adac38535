package paloma.store;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What the index knows of a text in its plain form (pure). Of Chinese, Japanese and Korean every
 * character and every pair; of other words every three letters, and the one or two with which they
 * begin; of everything else every character. So a word of one character or of ten is found by a few
 * lists, and none of them is long for a rare word of two characters or more.
 */
final class Grams {
  /** More grams of a word only cost time: what they find is compared with the text anyway. */
  private static final int MOST_NEEDED = 12;

  private static final int LONG = 3;

  /** ASCII marks are moved to where the tokenizer takes them for letters. */
  private static final int MARKS = 0xE000;

  private enum Kind {
    NOTHING,
    DENSE,
    MARK,
    LETTER
  }

  private Grams() {}

  /** Every gram of a text. */
  static Collection<String> of(String plain) {
    var grams = new LinkedHashSet<String>();
    cut(plain, grams, true);
    return grams;
  }

  /** The grams that a text with this word in it must have; not more than tell it well enough. */
  static List<String> needed(String word) {
    var grams = new LinkedHashSet<String>();
    cut(word, grams, false);
    var all = List.copyOf(grams);
    if (all.size() <= MOST_NEEDED) return all;
    return java.util.stream.IntStream.range(0, MOST_NEEDED)
        .mapToObj(i -> all.get(i * (all.size() - 1) / (MOST_NEEDED - 1)))
        .distinct()
        .toList();
  }

  /** Whether a text has the word as soon as it has its only gram. */
  static boolean exact(String word) {
    var points = word.codePoints().toArray();
    int end = runEnd(points, 0);
    return end == points.length
        && switch (kind(points[0])) {
          case NOTHING, MARK -> false;
          case DENSE -> points.length <= 2;
          case LETTER -> points.length <= LONG;
        };
  }

  private static void cut(String text, Collection<String> grams, boolean all) {
    var points = text.codePoints().toArray();
    for (int from = 0; from < points.length; ) {
      int to = runEnd(points, from);
      switch (kind(points[from])) {
        case NOTHING -> {}
        case MARK -> marks(points, from, to, grams);
        case DENSE -> dense(points, from, to, grams, all);
        case LETTER -> letters(points, from, to, grams, all);
      }
      from = to;
    }
  }

  private static int runEnd(int[] points, int from) {
    int to = from + 1;
    while (to < points.length && kind(points[to]) == kind(points[from])) to++;
    return to;
  }

  private static void marks(int[] points, int from, int to, Collection<String> grams) {
    for (int i = from; i < to; i++) {
      grams.add(Character.toString(points[i] < 128 ? points[i] + MARKS : points[i]));
    }
  }

  private static void dense(int[] points, int from, int to, Collection<String> grams, boolean all) {
    for (int i = from; i < to; i++) {
      if (all || to - from == 1) grams.add(Character.toString(points[i]));
      if (i + 1 < to) grams.add(new String(points, i, 2));
    }
  }

  private static void letters(
      int[] points, int from, int to, Collection<String> grams, boolean all) {
    for (int length = 1; length < LONG && length <= to - from; length++) {
      // In a query a short piece is the beginning of a word; a long one has better grams.
      if (all || length == to - from) grams.add(new String(points, from, length));
    }
    for (int i = from; i + LONG <= to; i++) grams.add(new String(points, i, LONG));
  }

  private static Kind kind(int point) {
    if (Character.isWhitespace(point) || Character.isISOControl(point)) return Kind.NOTHING;
    if (Character.isIdeographic(point)) return Kind.DENSE;
    return switch (Character.getType(point)) {
      case Character.OTHER_LETTER, Character.MODIFIER_LETTER -> dense(point);
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK ->
          Kind.LETTER;
      case Character.SPACE_SEPARATOR, Character.SURROGATE, Character.UNASSIGNED -> Kind.NOTHING;
      default -> Kind.MARK;
    };
  }

  /** Scripts that are written without spaces and have many characters. */
  private static Kind dense(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, COMMON -> Kind.DENSE;
      default -> Kind.LETTER;
    };
  }
}
