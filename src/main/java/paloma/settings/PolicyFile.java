package paloma.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import paloma.model.Problem;

/**
 * An office's policy file. It is read at the start and holds until the next one.
 *
 * @param path where it lies, if there is one
 * @param trust whether only those who may change the system itself can have written it
 */
public record PolicyFile(Path path, Trust trust) {
  /** Looks at who owns a file that exists, and who may write it. */
  @FunctionalInterface
  public interface Trust {
    boolean holds(Path file) throws IOException;
  }

  /** What it says; nothing when there is none. */
  public PolicyReading read() {
    try {
      // A link is followed first: what is read must be what was looked at.
      var real = path.toRealPath();
      if (!trust.holds(path) || !trust.holds(real)) {
        return PolicyReading.refused(Problem.failed("policy-not-trusted", path.toString()));
      }
      if (!Files.isRegularFile(real)) return unreadable();
      try (var in = Files.newInputStream(real)) {
        return PolicyText.read(path.toString(), in.readNBytes(PolicyText.MOST_BYTES + 1));
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return PolicyReading.NONE;
    } catch (IOException e) {
      return unreadable();
    }
  }

  private PolicyReading unreadable() {
    return PolicyReading.refused(Problem.failed("policy-unreadable", path.toString()));
  }
}
