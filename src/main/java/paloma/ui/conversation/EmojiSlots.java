package paloma.ui.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import paloma.ui.parts.EmojiPictures;
import paloma.ui.parts.EmojiText;

/**
 * Stands one private character for each emoji of a text that is being written. JavaFX puts the
 * caret in the wrong place behind characters of two units on Linux, and an emoji of several
 * characters would be deleted piece by piece.
 */
final class EmojiSlots {
  private static final char FIRST = '\ue800';
  private static final char LAST = '\uefff';

  private final Map<String, Character> slots = new HashMap<>();
  private final Map<Character, String> emoji = new HashMap<>();

  /** What the text area holds for a text; slots stay what they are. */
  String stood(String text) {
    return EmojiText.split(text).stream()
        .map(run -> run.emoji() && EmojiPictures.has(run.text()) ? slot(run.text()) : run.text())
        .collect(Collectors.joining());
  }

  /** The text itself. */
  String written(String stood) {
    return stood
        .chars()
        .mapToObj(c -> emoji.getOrDefault((char) c, Character.toString(c)))
        .collect(Collectors.joining());
  }

  /** The emoji of a slot; null for any other character. */
  String emoji(char slot) {
    return emoji.get(slot);
  }

  private String slot(String text) {
    char next = (char) (FIRST + slots.size());
    if (next > LAST) return slots.containsKey(text) ? slots.get(text).toString() : text;
    var slot = slots.computeIfAbsent(text, _ -> next);
    emoji.put(slot, text);
    return slot.toString();
  }
}
