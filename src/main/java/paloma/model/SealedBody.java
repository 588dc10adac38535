package paloma.model;

import java.time.Instant;

/**
 * Messages that lie in an envelope until their reader opens them, and what tells of the opening.
 */
public sealed interface SealedBody extends Body {
  int SEALED = 40;
  int OPENED = 41;

  /**
   * A sealed message (封书).
   *
   * @param text empty for a reader who has not opened it
   * @param locked opening needs the reader's own app password
   * @param opened when the first reader opened it, by their clock; null when nobody has. Does not
   *     travel
   */
  record Sealed(MessageId id, String text, boolean locked, Instant opened) implements SealedBody {
    /** As it is said: nobody has opened it. */
    public Sealed(MessageId id, String text, boolean locked) {
      this(id, text, locked, null);
    }

    /** As it is shown before it was opened. */
    public Sealed closed() {
      return new Sealed(id, "", locked, null);
    }

    public Sealed openedAt(Instant time) {
      return new Sealed(id, text, locked, time);
    }
  }

  /**
   * A reader has opened a sealed message; said in the reader's own log.
   *
   * @param message the sealed one
   * @param time milliseconds since 1970 by the reader's clock
   */
  record Opened(MessageId id, MessageId message, long time) implements SealedBody {}
}
