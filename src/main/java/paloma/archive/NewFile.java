package paloma.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import paloma.model.Problem;
import paloma.model.ProblemException;

/**
 * A file that a person asked for: it never replaces one that is there, is for its owner alone from
 * its first byte, and goes away again when it could not be written whole.
 */
public final class NewFile {
  private NewFile() {}

  /** Fills a file. */
  @FunctionalInterface
  public interface Filling {
    void into(OutputStream out) throws IOException;
  }

  /** Writes a new file and waits for the disk; how many bytes it has. */
  public static long write(Path file, Filling filling) {
    var fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean whole = false;
    boolean made = false;
    try (var channel = FileChannel.open(file, fresh, owner(file))) {
      made = true;
      var out = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024);
      filling.into(out);
      out.flush();
      channel.force(true);
      whole = true;
      return channel.size();
    } catch (FileAlreadyExistsException e) {
      throw new ProblemException(Problem.failed("file-exists", file.toString()), e);
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("file-not-written", file.toString()), e);
    } finally {
      if (made && !whole) remove(file);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger("paloma.archive").log(System.Logger.Level.WARNING, "left a part", e);
    }
  }

  private static FileAttribute<?>[] owner(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
