package paloma.ui.conversation;

import java.util.Locale;
import java.util.Set;

/** Which files may be opened by a click: those that only are looked at or listened to. Pure. */
final class Harmless {
  private static final Set<String> ENDINGS =
      Set.of(
          "pdf", "txt", "md", "csv", "log", "rtf", "docx", "xlsx", "pptx", "odt", "ods", "odp",
          "png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "heic", "mp3", "wav", "flac",
          "ogg", "m4a", "aac", "mp4", "mov", "mkv", "avi", "webm", "m4v", "zip");

  private Harmless() {}

  static boolean name(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
