package paloma.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import paloma.model.Manifest;
import paloma.model.Problem;
import paloma.model.ProblemException;

/**
 * What lies under the paths that somebody offers: regular files and folders, nothing else, and no
 * link is followed. Inside a folder other things are left out; offered themselves they are refused.
 */
public final class FolderScan {
  private final List<Manifest.Entry> entries = new ArrayList<>();
  private final HashMap<String, Integer> tops = new HashMap<>();

  private FolderScan() {}

  /** The entries of an offer; the top names stand in the order of the paths. */
  public static Manifest scan(List<Path> paths) {
    var scan = new FolderScan();
    for (var path : paths) scan.root(path.toAbsolutePath().normalize());
    return new Manifest(List.copyOf(scan.entries));
  }

  private void root(Path path) {
    if (path.getFileName() == null) throw notAFile(path);
    var top = SafeNames.unlike(name(path), tops);
    try {
      Files.walkFileTree(path, new Visitor(path, top));
    } catch (NoSuchFileException e) {
      throw new ProblemException(Problem.failed("file-vanished", path.toString()), e);
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("file-unreadable", e.getMessage()), e);
    }
  }

  private static ProblemException notAFile(Path path) {
    return Problem.failed("not-a-file", path.toString()).exception();
  }

  /** A name that can't be said in Unicode could not be found again. */
  private static String name(Path path) {
    var name = path.getFileName().toString();
    if (!path.resolveSibling(name).equals(path) || name.indexOf('\ufffd') >= 0) {
      throw Problem.failed("name-not-allowed", path.toString()).exception();
    }
    return name;
  }

  private void add(List<String> path, boolean folder, BasicFileAttributes is) {
    if (path.size() > Manifest.MAX_DEPTH) {
      throw Problem.failed(
              "folder-too-deep", String.join("/", path), String.valueOf(Manifest.MAX_DEPTH))
          .exception();
    }
    if (entries.size() == Manifest.MAX_ENTRIES) {
      throw Problem.failed("too-many-files", String.valueOf(Manifest.MAX_ENTRIES)).exception();
    }
    long size = folder ? 0 : is.size();
    entries.add(
        new Manifest.Entry(List.copyOf(path), folder, size, is.lastModifiedTime().toMillis()));
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<String> here = new ArrayList<>();
    private final String top;

    Visitor(Path root, String top) {
      this.root = root;
      this.top = top;
    }

    private void enter(Path path) {
      here.add(path.equals(root) ? top : name(path));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
      enter(folder);
      add(here, true, is);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
      if (e != null) throw e;
      here.removeLast();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
      boolean regular = is.isRegularFile() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
      if (!regular) {
        if (file.equals(root)) throw notAFile(file);
        return FileVisitResult.CONTINUE;
      }
      enter(file);
      add(here, false, is);
      here.removeLast();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (!(e instanceof NoSuchFileException)) throw e;
      throw new ProblemException(Problem.failed("file-vanished", file.toString()), e);
    }
  }
}
