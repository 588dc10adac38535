package paloma.model;

import java.util.List;

/**
 * What one does with messages: answers them, changes them, takes them back. Every body but {@link
 * RichText} points at a message, which may come later than what is said of it.
 */
public sealed interface VerbBody extends Body {
  int RICH_TEXT = 10;
  int EDIT = 11;
  int RECALL = 12;
  int REACTION = 13;
  int PIN = 14;
  int REMINDER = 15;

  /** People named in one text; who means more of them means all. */
  int MOST_MENTIONS = 48;

  /** Bytes of UTF-8: the longest emoji of several people and skins stays below. */
  int MAX_EMOJI = 32;

  /** Bytes of UTF-8 of the name of somebody whose message was passed on. */
  int MAX_NAME = 64;

  /** The message this is about; the text's own for a {@link RichText}. */
  MessageId target();

  /**
   * Whom a text calls.
   *
   * @param all everybody in the conversation
   */
  record Mentions(List<DeviceId> who, boolean all) {
    public static final Mentions NOBODY = new Mentions(List.of(), false);

    public boolean include(DeviceId device) {
      return all || who.contains(device);
    }

    public boolean nobody() {
      return who.isEmpty() && !all;
    }
  }

  /**
   * Words that answer, call somebody or come from elsewhere; the others are a {@link Body.Text}.
   *
   * @param reply the message answered; null for none
   * @param forwardedFrom the name of who said it first; empty when it is the author
   */
  record RichText(
      MessageId id, String text, MessageId reply, Mentions mentions, String forwardedFrom)
      implements VerbBody {
    @Override
    public MessageId target() {
      return id;
    }
  }

  /** The author says it in other words. */
  record Edit(MessageId id, MessageId target, String text, Mentions mentions) implements VerbBody {}

  /** The author takes it back: everybody forgets what it said. */
  record Recall(MessageId id, MessageId target) implements VerbBody {}

  /**
   * An emoji for a message.
   *
   * @param on whether it is added or taken away
   */
  record Reaction(MessageId id, MessageId target, String emoji, boolean on) implements VerbBody {
    /** Whether a reaction may be this: a sign or a short word, nothing that controls a screen. */
    public static boolean allows(String emoji) {
      return !emoji.isEmpty()
          && CanonicalWriter.utf8(emoji).length <= MAX_EMOJI
          && emoji.codePoints().noneMatch(Reaction::forbidden);
    }

    private static boolean forbidden(int c) {
      return switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SPACE_SEPARATOR,
            Character.SURROGATE ->
            true;
        // Joined emoji and some flags are made of these; what turns the writing is not.
        case Character.FORMAT -> c != 0x200d && (c < 0xe0020 || c > 0xe007f);
        default -> false;
      };
    }
  }

  /** A message stands at the top of its conversation for everybody, or no longer. */
  record Pin(MessageId id, MessageId target, boolean on) implements VerbBody {}

  /** The author asks those who have not read it. */
  record Reminder(MessageId id, MessageId target) implements VerbBody {}
}
