package paloma.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import paloma.model.Problem;
import paloma.work.Time;

/** Words too long for a message, as files in the profile. */
record TextFiles(Path profile, Time time) {
  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss-SSS");

  /** Characters of a long text that stand on its card. */
  private static final int NOTE = 80;

  Path write(String text) {
    var now = FILE_TIME.format(time.now().atZone(ZoneId.systemDefault()));
    var file = profile.resolve("texts").resolve("text-" + now + ".txt");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw Problem.failed("folder-not-writable", file.getParent().toString()).exception();
    }
    return file;
  }

  /** How a long text begins. */
  static String note(String text) {
    var start = text.strip().lines().findFirst().orElse("");
    return start.length() <= NOTE ? start : start.substring(0, NOTE) + "…";
  }
}
