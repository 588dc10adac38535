package paloma.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import paloma.settings.ProgramHome;

/** How this program came onto the machine: a word that its installer put beside it. */
final class InstalledAs {
  /** The launcher may say it; else the file beside the program does. */
  private static final String PROPERTY = "paloma.package";

  private static final String FILE = "package.txt";

  private InstalledAs() {}

  /** Such as {@code deb}; blank when it was only unpacked. */
  static String form() {
    var said = System.getProperty(PROPERTY, "");
    if (!said.isBlank()) return said.strip();
    return beside(ProgramHome.code());
  }

  /** The word in the folder of a program's file. */
  static String beside(Path program) {
    var file = program.resolveSibling(FILE);
    try {
      return Files.isRegularFile(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      System.getLogger("paloma.boot").log(System.Logger.Level.INFO, "unreadable: " + file, e);
      return "";
    }
  }
}
