package paloma.model;

/**
 * What is said of announcements: on a board, which is a conversation in which only its author
 * speaks, and in answer to it. The numbers of the kinds are part of the wire format.
 */
public sealed interface BoardBody extends Body {
  int ANNOUNCED = 20;
  int CONFIRMED = 21;
  int OPENED = 22;

  /** Bytes of a title: it fits two lines of a list. */
  int MAX_TITLE = 200;

  /** Bytes of the name of an author or a department, as in a profile. */
  int MAX_NAME = 64;

  /** How much an announcement matters; the order is part of the wire format. */
  enum Priority {
    NORMAL,
    IMPORTANT
  }

  /**
   * An announcement.
   *
   * @param confirm its author wants to know who has taken note
   * @param by how its author is called, for readers who never met them
   * @param title empty for none
   */
  record Announced(
      MessageId id, Priority priority, boolean confirm, String by, String title, String text)
      implements BoardBody {}

  /** The author of this has taken note; said to the announcement's author alone. */
  record Confirmed(MessageId id, MessageId target) implements BoardBody {}

  /**
   * The first event of a board: who has it can check the board's id and everything on it.
   *
   * @param key the author's
   * @param department as people write it; empty for everybody
   */
  record Opened(MessageId id, DeviceKey key, String department) implements BoardBody {}
}
