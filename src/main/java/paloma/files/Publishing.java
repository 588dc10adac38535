package paloma.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Moves what is finished to where the person finds it, under the first free name. Never replaces
 * anything, also when another program makes the same name at the same moment.
 */
public final class Publishing {
  private Publishing() {}

  /** Publishes a staged file or folder; returns where it is now. */
  public static Path publish(Path staged, Path folder, String name) throws IOException {
    boolean tree = Files.isDirectory(staged, LinkOption.NOFOLLOW_LINKS);
    for (int n = 1; n <= FreeNames.MOST; n++) {
      var target = folder.resolve(FreeNames.numbered(name, n));
      if (tree ? moveTree(staged, target) : linkFile(staged, target)) return target;
    }
    throw new FileAlreadyExistsException(folder.resolve(name).toString());
  }

  /** A second name for the bytes, then the first one goes: a link never replaces anything. */
  private static boolean linkFile(Path staged, Path target) throws IOException {
    try {
      Files.createLink(target, staged);
    } catch (FileAlreadyExistsException e) {
      // The same bytes: we were stopped between the link and the removal.
      if (!Files.isSymbolicLink(target) && Files.isSameFile(target, staged)) {
        Files.delete(staged);
        return true;
      }
      return false;
    } catch (UnsupportedOperationException | FileSystemException e) {
      return moveFile(staged, target);
    }
    Files.delete(staged);
    return true;
  }

  /** Where there are no links: an empty file of our own reserves the name, then is replaced. */
  static boolean moveFile(Path staged, Path target) throws IOException {
    try {
      Files.createFile(target);
    } catch (FileAlreadyExistsException e) {
      return false;
    }
    Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  /** A rename fails on whatever has something in it; only an empty folder could be taken over. */
  private static boolean moveTree(Path staged, Path target) throws IOException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) return false;
    try {
      Files.move(staged, target);
      return true;
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      return false;
    } catch (FileSystemException e) {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) return false;
      throw e;
    }
  }
}
