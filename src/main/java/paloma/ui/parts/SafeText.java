package paloma.ui.parts;

import java.text.Bidi;

/**
 * Makes what other people wrote safe to look at: nothing invisible may reorder or hide what is
 * said.
 */
public final class SafeText {
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private SafeText() {}

  /** The text with control characters, bidi overrides and broken surrogates made visible. */
  public static String visible(String text) {
    if (text.chars().allMatch(SafeText::harmless)) return text;
    var out = new StringBuilder();
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /** A name in one line, for a sentence of ours: what runs from right to left stays inside it. */
  public static String name(String name) {
    var line = visible(name.replace('\n', ' ').replace('\t', ' '));
    var chars = line.toCharArray();
    return Bidi.requiresBidi(chars, 0, chars.length)
        ? FIRST_STRONG_ISOLATE + line + POP_ISOLATE
        : line;
  }

  private static boolean harmless(int c) {
    return c >= ' ' && c < 0x7f || c == '\n' || c > 0x9f && c < 0x600 || c >= 0x3000 && c < 0xd800;
  }

  private static void append(StringBuilder out, int c) {
    if (c == '\n' || c == '\t') {
      out.appendCodePoint(c);
    } else if (c == '\r') {
      return;
    } else if (c == 0x2028 || c == 0x2029) {
      out.append('\n');
    } else if (c < ' ') {
      // The pictures of the C0 controls stand in this order from U+2400 on.
      out.appendCodePoint(0x2400 + c);
    } else if (c >= 0x7f && c < 0xa0 || reorders(c)) {
      out.append("‹U+%04X›".formatted(c));
    } else if (Character.isSurrogate((char) c) && c < 0x10000) {
      out.append('\ufffd');
    } else {
      out.appendCodePoint(c);
    }
  }

  private static boolean reorders(int c) {
    return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
  }
}
