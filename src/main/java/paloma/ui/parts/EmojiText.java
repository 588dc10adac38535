package paloma.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a text into runs of words and single emoji. Pure but for the index of pictures. */
public final class EmojiText {
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  /** Below this only keycaps are emoji, and those carry U+FE0F or U+20E3. */
  private static final int FIRST_EMOJI = 0x203c;

  private EmojiText() {}

  /** A stretch of a text. */
  public record Run(String text, boolean emoji) {}

  public static List<Run> split(String text) {
    if (text.chars().allMatch(c -> c < FIRST_EMOJI && c != 0xa9 && c != 0xae || han(c))) {
      return text.isEmpty() ? List.of() : List.of(new Run(text, false));
    }
    var runs = new ArrayList<Run>();
    var words = new StringBuilder();
    var clusters = CLUSTER.matcher(text);
    while (clusters.find()) {
      var cluster = clusters.group();
      if (!picture(cluster)) {
        words.append(cluster);
        continue;
      }
      if (!words.isEmpty()) runs.add(new Run(words.toString(), false));
      words.setLength(0);
      runs.add(new Run(cluster, true));
    }
    if (!words.isEmpty()) runs.add(new Run(words.toString(), false));
    return runs;
  }

  private static boolean han(int c) {
    return c >= 0x3040 && c < 0xd800;
  }

  private static boolean picture(String cluster) {
    int first = cluster.codePointAt(0);
    boolean wanted =
        Character.isEmojiPresentation(first)
            || cluster.indexOf('\ufe0f') > 0
            || cluster.indexOf('\u20e3') > 0
            || Character.isEmoji(first) && cluster.codePointCount(0, cluster.length()) > 1;
    return wanted && EmojiPictures.has(cluster);
  }
}
