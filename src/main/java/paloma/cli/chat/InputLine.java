package paloma.cli.chat;

/**
 * The line that is being typed, and where the cursor stands in it. Immutable.
 *
 * @param cursor an index into the text, never inside a character
 */
record InputLine(String text, int cursor) {
  static final InputLine EMPTY = new InputLine("", 0);

  InputLine type(String typed) {
    var longer = text.substring(0, cursor) + typed + text.substring(cursor);
    return new InputLine(longer, cursor + typed.length());
  }

  InputLine backspace() {
    int before = left().cursor;
    return new InputLine(text.substring(0, before) + text.substring(cursor), before);
  }

  InputLine delete() {
    return new InputLine(text.substring(0, cursor) + text.substring(right().cursor), cursor);
  }

  InputLine left() {
    return cursor == 0 ? this : new InputLine(text, text.offsetByCodePoints(cursor, -1));
  }

  InputLine right() {
    return cursor == text.length() ? this : new InputLine(text, text.offsetByCodePoints(cursor, 1));
  }

  InputLine home() {
    return new InputLine(text, 0);
  }

  InputLine end() {
    return new InputLine(text, text.length());
  }
}
