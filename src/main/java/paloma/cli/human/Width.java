package paloma.cli.human;

/** Text in a terminal: how wide it is, and what of it must not reach one. Pure. */
public final class Width {
  private Width() {}

  /** Cells that a text takes: East Asian characters and emoji take two, marks none. */
  public static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  private static int of(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) return 0;
    if (type == Character.FORMAT) return 0;
    return wide(c) ? 2 : 1;
  }

  /** The blocks of Unicode's East Asian Width that are wide or full-width. */
  private static boolean wide(int c) {
    return c >= 0x1100 && c <= 0x115f
        || c >= 0x2e80 && c <= 0x303e
        || c >= 0x3041 && c <= 0xa4cf
        || c >= 0xac00 && c <= 0xd7a3
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0xfe30 && c <= 0xfe6f
        || c >= 0xff00 && c <= 0xff60
        || c >= 0xffe0 && c <= 0xffe6
        || c >= 0x1f300 && c <= 0x1faff
        || c >= 0x20000 && c <= 0x3fffd;
  }

  /** Somebody else's text without what would command the terminal or turn its direction. */
  public static String plain(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
          plain.appendCodePoint(control || turnsDirection(c) ? 0xfffd : c);
        });
    return plain.toString();
  }

  private static boolean turnsDirection(int c) {
    return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
  }
}
