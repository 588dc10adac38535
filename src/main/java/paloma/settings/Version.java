package paloma.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which Paloma this is. */
public final class Version {
  private Version() {}

  /** Such as {@code 0.1.0}; the build writes it. */
  public static String text() {
    try (var in = Version.class.getResourceAsStream("version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
