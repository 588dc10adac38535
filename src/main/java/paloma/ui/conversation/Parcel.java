package paloma.ui.conversation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody is about to send: counted, not promised. Counting stops after some thousand
 * entries.
 *
 * @param files files inside, those in folders too
 * @param complete false when counting stopped early
 */
public record Parcel(List<Item> items, int files, long bytes, boolean complete) {
  /** A drop must say what it holds at once; more entries are only "more than". */
  private static final int MOST = 5_000;

  /** A dropped file or folder. */
  public record Item(Path path, boolean folder, long bytes) {
    public String name() {
      var name = path.getFileName();
      return name == null ? path.toString() : name.toString();
    }
  }

  /** Looks at files and folders, following no links; what cannot be read counts nothing. */
  public static Parcel of(List<Path> paths) {
    var count = new Count();
    var items = new ArrayList<Item>();
    for (var path : paths) {
      long before = count.bytes;
      try {
        Files.walkFileTree(path, count);
      } catch (IOException e) {
        count.complete = false;
      }
      items.add(new Item(path, Files.isDirectory(path), count.bytes - before));
    }
    return new Parcel(List.copyOf(items), count.files, count.bytes, count.complete);
  }

  public boolean hasFolder() {
    return items.stream().anyMatch(Item::folder);
  }

  private static final class Count extends SimpleFileVisitor<Path> {
    private int files;
    private long bytes;
    private int seen;
    private boolean complete = true;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        files++;
        bytes += attributes.size();
      }
      if (++seen < MOST) return FileVisitResult.CONTINUE;
      complete = false;
      return FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      complete = false;
      return FileVisitResult.CONTINUE;
    }
  }
}
