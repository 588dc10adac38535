package paloma.ui.files;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which icon stands for a file, by what its name ends in. */
public final class FileIcons {
  private static final Map<String, Set<String>> ENDINGS =
      Map.of(
          "image", Set.of("png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "svg", "heic"),
          "video_clip", Set.of("mp4", "mov", "mkv", "avi", "webm", "wmv", "m4v"),
          "music_note_2", Set.of("mp3", "wav", "flac", "ogg", "m4a", "aac"),
          "document_pdf", Set.of("pdf"),
          "document_table", Set.of("xls", "xlsx", "ods", "csv", "et"),
          "slide_text", Set.of("ppt", "pptx", "odp", "dps"),
          "document_text", Set.of("doc", "docx", "odt", "txt", "md", "rtf", "wps"),
          "folder_zip", Set.of("zip", "7z", "rar", "gz", "xz", "tar", "tgz", "bz2"),
          "code", Set.of("java", "py", "js", "ts", "c", "cpp", "h", "html", "css", "json", "xml"));

  private FileIcons() {}

  public static String of(String name, boolean folder) {
    if (folder) return "folder";
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ENDINGS.entrySet().stream()
        .filter(e -> e.getValue().contains(ending))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("document");
  }
}
