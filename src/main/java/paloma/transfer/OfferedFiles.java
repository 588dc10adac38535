package paloma.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import paloma.model.Manifest;
import paloma.model.Problem;
import paloma.model.ProblemException;

/**
 * The files behind an offer of ours, read by chunk. A file that is not as it was offered, when it
 * is opened or after its last byte, is a {@link ProblemException}. For one thread.
 */
final class OfferedFiles implements AutoCloseable {
  /** Bytes of one read: stay in the cache of a core until they are hashed. */
  static final int PIECE = 128 * 1024;

  private final ChunkMap map;
  private final List<Path> roots;
  private final List<Integer> tops = new ArrayList<>();
  private int current = -1;
  private Path path;
  private FileChannel channel;

  OfferedFiles(ChunkMap map, List<Path> roots) {
    this.map = map;
    this.roots = roots;
    var entries = map.manifest().entries();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).path().size() == 1) tops.add(i);
    }
  }

  /** Where an entry lies. */
  Path path(int entry) {
    int top = java.util.Collections.binarySearch(tops, entry);
    var path = roots.get(top >= 0 ? top : -top - 2);
    var names = map.manifest().entries().get(entry).path();
    for (var name : names.subList(1, names.size())) path = path.resolve(name);
    return path;
  }

  /** Appends the bytes of a chunk, and hashes them while they are in the processor's cache. */
  void read(int chunk, ByteBuffer into, MessageDigest digest) {
    var place = map.place(chunk);
    try {
      if (place.entry() != current) open(place.entry());
      int end = into.position() + place.length();
      for (long at = place.offset(); into.position() < end; ) {
        int begin = into.position();
        into.limit(Math.min(end, begin + PIECE));
        int n = channel.read(into, at);
        if (n < 0) throw changed();
        at += n;
        digest.update(into.array(), begin, n);
      }
      if (place.last()) {
        check();
        close();
      }
    } catch (NoSuchFileException e) {
      throw new ProblemException(Problem.failed("file-vanished", path.toString()), e);
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("file-unreadable", path.toString()), e);
    }
  }

  private void open(int entry) throws IOException {
    close();
    path = path(entry);
    current = entry;
    check();
    channel = FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  private void check() throws IOException {
    Manifest.Entry entry = map.manifest().entries().get(current);
    var is = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean same =
        is.isRegularFile()
            && is.size() == entry.size()
            && is.lastModifiedTime().toMillis() == entry.modified();
    if (!same) throw changed();
  }

  private ProblemException changed() {
    return Problem.failed("sender-changed-file", path.toString()).exception();
  }

  @Override
  public void close() throws IOException {
    current = -1;
    if (channel != null) channel.close();
    channel = null;
  }
}
