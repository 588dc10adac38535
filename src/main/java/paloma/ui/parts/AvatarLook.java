package paloma.ui.parts;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** What an avatar without a picture shows: the same letters and colour on every machine. */
public record AvatarLook(String initials, int colour) {
  /** Tokens {@code -p-avatar-0} to {@code -p-avatar-7}. */
  public static final int COLOURS = 8;

  // FNV-1a, 32 bit: the numbers of its definition.
  private static final int FNV_OFFSET = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;

  /** The look of a name that somebody gave themself. */
  public static AvatarLook of(String name, int size) {
    return new AvatarLook(initials(name.strip(), size < 28 ? 1 : 2), colour(name));
  }

  static int colour(String name) {
    var normal = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    int hash = FNV_OFFSET;
    for (byte b : normal.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return Integer.remainderUnsigned(hash, COLOURS);
  }

  /** Han and kana names are told apart by their end, others by their first letter. */
  private static String initials(String name, int most) {
    var points = name.codePoints().toArray();
    if (points.length == 0) return "?";
    int from = points.length;
    while (from > 0 && points.length - from < most && asian(points[from - 1])) from--;
    if (from < points.length) return new String(points, from, points.length - from);
    for (int point : points) {
      if (Character.isLetterOrDigit(point)) {
        return new String(Character.toChars(Character.toUpperCase(point)));
      }
    }
    return "?";
  }

  private static boolean asian(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }
}
