package paloma.files;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Locale;

/**
 * Tells the system that a file came from somebody else, so that it asks before running it. Best
 * effort; on Linux the mark is the execute bit that a received file never has.
 */
public final class ForeignMark {
  private static final System.Logger LOG = System.getLogger("paloma.files");

  /** Zone 3 is the internet: the strictest that still opens. */
  private static final String ZONE = "[ZoneTransfer]\r\nZoneId=3\r\n";

  private final String attribute;
  private final String value;

  private ForeignMark(String attribute, String value) {
    this.attribute = attribute;
    this.value = value;
  }

  /** The mark of the system with this name ({@code os.name}). */
  public static ForeignMark of(String system, long unixSeconds) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) return new ForeignMark("Zone.Identifier", ZONE);
    if (name.startsWith("mac")) {
      var value = "0081;" + Long.toHexString(unixSeconds) + ";Paloma;";
      return new ForeignMark("com.apple.quarantine", value);
    }
    return new ForeignMark(null, null);
  }

  /** Marks a file that is still unpublished. */
  public void put(Path file) {
    if (attribute == null) return;
    try {
      var view =
          Files.getFileAttributeView(
              file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
      if (view != null) {
        view.write(attribute, StandardCharsets.UTF_8.encode(value));
      }
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(Level.DEBUG, "no foreign mark on this file system", e);
    }
  }
}
