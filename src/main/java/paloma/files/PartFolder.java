package paloma.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A staging folder of our own inside the download folder, where an offer is put together before
 * anybody sees it. Nothing in it is opened through a link, and only safe names get in.
 */
public final class PartFolder {
  /** Hidden, and no received name can be it: those never begin with a dot. */
  public static final String NAME = ".paloma-parts";

  private final Path downloads;
  private final Path here;

  private PartFolder(Path downloads, Path here) {
    this.downloads = downloads;
    this.here = here;
  }

  /** Opens or makes the staging folder of one offer; {@code key} is a safe name. */
  public static PartFolder open(Path downloads, String key) throws IOException {
    Files.createDirectories(downloads);
    var parts = downloads.resolve(NAME);
    ownFolder(parts);
    var here = parts.resolve(checked(key));
    ownFolder(here);
    return new PartFolder(downloads, here);
  }

  /** Removes what an offer left there, if anything; never touches what a link points at. */
  public static void remove(Path downloads, String key) throws IOException {
    var parts = downloads.resolve(NAME);
    if (!Files.isDirectory(parts, LinkOption.NOFOLLOW_LINKS)) return;
    new PartFolder(downloads, parts.resolve(checked(key))).remove();
  }

  public Path downloads() {
    return downloads;
  }

  /** Where an entry of the offer is staged. */
  public Path at(List<String> place) {
    var path = here;
    for (var name : place) path = path.resolve(checked(name));
    return path;
  }

  public void folder(List<String> place) throws IOException {
    realFolder(at(place));
  }

  /** Opens a part for reading and writing, made when it is not there. */
  public FileChannel part(List<String> place) throws IOException {
    return FileChannel.open(
        at(place),
        Set.of(
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            LinkOption.NOFOLLOW_LINKS));
  }

  /** Gives a finished part the sender's time, as far as it is one. */
  public void finish(List<String> place, long modified, ForeignMark mark) throws IOException {
    var part = at(place);
    mark.put(part);
    if (modified > 0 && modified < LATEST) {
      Files.setLastModifiedTime(part, FileTime.fromMillis(modified));
    }
  }

  /** The year 2100: some file systems take no later time. */
  private static final long LATEST = 4_102_444_800_000L;

  /** Removes all that is staged, and the folder of all stagings when this was the last. */
  public void remove() throws IOException {
    if (Files.isDirectory(here, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(here, new Removal());
    }
    var parts = here.getParent();
    try (Stream<Path> others = Files.list(parts)) {
      if (others.findAny().isPresent()) return;
    }
    try {
      Files.deleteIfExists(parts);
    } catch (java.nio.file.DirectoryNotEmptyException e) {
      System.getLogger("paloma.files").log(System.Logger.Level.TRACE, "another began", e);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public java.nio.file.FileVisitResult visitFile(Path file, BasicFileAttributes is)
        throws IOException {
      Files.deleteIfExists(file);
      return java.nio.file.FileVisitResult.CONTINUE;
    }

    @Override
    public java.nio.file.FileVisitResult postVisitDirectory(Path folder, IOException e)
        throws IOException {
      if (e != null && !(e instanceof NoSuchFileException)) throw e;
      Files.deleteIfExists(folder);
      return java.nio.file.FileVisitResult.CONTINUE;
    }
  }

  private static String checked(String name) {
    if (!SafeNames.isSafe(name)) throw new IllegalArgumentException("unsafe name " + name);
    return name;
  }

  /** Others on this PC have no business in what is not yet published. */
  private static void ownFolder(Path folder) throws IOException {
    boolean made = realFolder(folder);
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (made && posix) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static boolean realFolder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      return true;
    } catch (FileAlreadyExistsException e) {
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) return false;
      throw e;
    }
  }
}
