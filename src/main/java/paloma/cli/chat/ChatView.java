package paloma.cli.chat;

import java.util.List;

/**
 * What the chat shows, ready to be drawn. Immutable.
 *
 * @param selected index into the people; -1 when there is nobody
 * @param lines the conversation, oldest first
 * @param scroll lines of the screen above the newest
 * @param note one line about what just happened; may be empty
 */
record ChatView(
    String title,
    List<Person> people,
    int selected,
    List<Line> lines,
    InputLine input,
    int scroll,
    String note) {

  /** Somebody in the list. */
  record Person(String name, boolean present, String presence, int unread) {}

  /**
   * A message.
   *
   * @param mark how far an own one has come; empty for others'
   */
  record Line(String time, String who, boolean own, String text, String mark) {}
}
