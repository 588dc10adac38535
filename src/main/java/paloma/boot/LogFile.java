package paloma.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the program's log goes: two files in the profile, never the terminal of a running chat. */
final class LogFile {
  /** Enough for weeks; a profile should stay small. */
  private static final int BYTES = 1 << 20;

  private static final int FILES = 2;

  private LogFile() {}

  /** Logs of libraries come with their warnings only. */
  static void open(Path profile) {
    var root = Logger.getLogger("");
    try {
      var pattern = profile.toString().replace("%", "%%") + "/paloma.log.%g";
      var file = new FileHandler(pattern, BYTES, FILES, true);
      file.setFormatter(new SimpleFormatter());
      file.setLevel(Level.INFO);
      for (Handler handler : root.getHandlers()) {
        if (handler instanceof ConsoleHandler) root.removeHandler(handler);
      }
      root.addHandler(file);
      root.setLevel(Level.WARNING);
      Logger.getLogger("paloma").setLevel(Level.INFO);
    } catch (IOException e) {
      root.log(Level.WARNING, "no log file in " + profile, e);
    }
  }
}
