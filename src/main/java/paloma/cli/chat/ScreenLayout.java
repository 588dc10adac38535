package paloma.cli.chat;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Draws a chat on a screen of so many cells: people on the left, the conversation beside them, the
 * input line below. Pure.
 */
record ScreenLayout(int columns, int rows) {
  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  private static final AttributedStyle BOLD = PLAIN.bold();
  private static final AttributedStyle FAINT = PLAIN.faint();
  private static final AttributedStyle CHOSEN = PLAIN.inverse();

  /** Title, note and input take a row each. */
  private static final int AROUND = 3;

  /** Below this width there is no room for a list beside a conversation. */
  private static final int TWO_COLUMNS = 50;

  private static final int LIST = 22;
  private static final String PROMPT = "> ";

  /** The rows of the screen, top to bottom, none wider than it. */
  List<AttributedString> draw(ChatView view) {
    int body = Math.max(1, rows - AROUND);
    int list = columns >= TWO_COLUMNS ? LIST : 0;
    var people = people(view, body, list);
    var talk = talk(view, body, columns - (list == 0 ? 0 : list + 2));
    var screen = new ArrayList<AttributedString>();
    screen.add(cut(new AttributedString(view.title(), BOLD), columns));
    for (int i = 0; i < body; i++) {
      var row = new AttributedStringBuilder();
      if (list > 0) row.append(people.get(i)).append("│ ", FAINT);
      screen.add(row.append(talk.get(i)).toAttributedString());
    }
    screen.add(cut(new AttributedString(view.note(), FAINT), columns));
    screen.add(input(view.input()));
    return screen;
  }

  /** The column of the cursor in the last row. */
  int cursorColumn(InputLine input) {
    int width = new AttributedString(input.text().substring(0, input.cursor())).columnLength();
    return Math.min(columns - 1, PROMPT.length() + width - hidden(input));
  }

  /** Cells of a long input that are pushed out on the left. */
  private int hidden(InputLine input) {
    int before = new AttributedString(input.text().substring(0, input.cursor())).columnLength();
    return Math.max(0, PROMPT.length() + before - columns + 1);
  }

  private AttributedString input(InputLine input) {
    var text = new AttributedString(input.text());
    int from = hidden(input);
    var seen = text.columnSubSequence(from, from + columns - PROMPT.length());
    return new AttributedStringBuilder().append(PROMPT, FAINT).append(seen).toAttributedString();
  }

  private List<AttributedString> people(ChatView view, int height, int width) {
    var column = new ArrayList<AttributedString>();
    int first = Math.max(0, view.selected() - height + 1);
    for (int i = first; i < view.people().size() && column.size() < height; i++) {
      var person = view.people().get(i);
      var style = i == view.selected() ? CHOSEN : person.present() ? PLAIN : FAINT;
      var unread = person.unread() == 0 ? "" : " (" + person.unread() + ")";
      var name = cut(new AttributedString(person.name(), style), width - 2 - unread.length());
      var row =
          new AttributedStringBuilder()
              .append(person.present() ? "● " : "○ ", style)
              .append(name)
              .append(unread, BOLD);
      column.add(padded(row.toAttributedString(), width));
    }
    while (column.size() < height) column.add(padded(AttributedString.EMPTY, width));
    return column;
  }

  private List<AttributedString> talk(ChatView view, int height, int width) {
    var all = new ArrayList<AttributedString>();
    for (var line : view.lines()) {
      var head =
          new AttributedStringBuilder()
              .append(line.time() + " ", FAINT)
              .append(line.who() + ": ", line.own() ? PLAIN : BOLD);
      for (var part : line.text().split("\n", -1)) {
        head.append(part);
        wrap(head.toAttributedString(), width, all);
        head = new AttributedStringBuilder().append("      ");
      }
      if (!line.mark().isEmpty()) {
        var last = all.removeLast();
        wrap(
            new AttributedStringBuilder()
                .append(last)
                .append(" " + line.mark(), FAINT)
                .toAttributedString(),
            width,
            all);
      }
    }
    int end = Math.max(Math.min(all.size(), height), all.size() - view.scroll());
    var shown = new ArrayList<>(all.subList(Math.max(0, end - height), end));
    while (shown.size() < height) shown.addFirst(AttributedString.EMPTY);
    return shown;
  }

  private static void wrap(AttributedString text, int width, List<AttributedString> into) {
    into.addAll(text.columnSplitLength(Math.max(1, width)));
  }

  private static AttributedString cut(AttributedString text, int width) {
    return text.columnLength() <= width ? text : text.columnSubSequence(0, Math.max(0, width));
  }

  private static AttributedString padded(AttributedString text, int width) {
    return new AttributedStringBuilder()
        .append(text)
        .append(" ".repeat(Math.max(0, width - text.columnLength())))
        .toAttributedString();
  }
}
