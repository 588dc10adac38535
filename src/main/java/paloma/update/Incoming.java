package paloma.update;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import paloma.files.FileProblems;
import paloma.model.SignedRelease;

/**
 * The one installer that is on its way here: where its bytes are put together, and its statement,
 * so that a kill forgets neither. For one thread at a time.
 */
public final class Incoming {
  private static final System.Logger LOG = System.getLogger("paloma.update");

  private final Path folder;

  /**
   * @param folder that of all installers
   */
  public Incoming(Path folder) {
    this.folder = folder.resolve(".incoming");
  }

  private Path statement() {
    return folder.resolve("wanted" + ReleaseFile.ENDING);
  }

  /** Where bytes go; nothing of the statement's own lies there. */
  public Path place() {
    return folder.resolve("bytes");
  }

  /** Remembers what is wanted; what came of something else before goes. */
  public void want(SignedRelease signed) {
    if (!wanted().map(SignedRelease::id).equals(Optional.of(signed.id()))) clear();
    try {
      Files.createDirectories(place());
      ReleaseFile.write(statement(), signed);
    } catch (IOException e) {
      throw FileProblems.writing(folder, e);
    }
  }

  /** What was wanted when this profile was last open, or is now. */
  public Optional<SignedRelease> wanted() {
    if (!Files.exists(statement(), LinkOption.NOFOLLOW_LINKS)) return Optional.empty();
    try {
      return Optional.of(ReleaseFile.read(statement()));
    } catch (IOException e) {
      LOG.log(Level.INFO, "what was wanted cannot be read: {0}", e.toString());
      return Optional.empty();
    }
  }

  /** Forgets all. */
  public void clear() {
    InstallerShelf.remove(folder);
  }
}
