package paloma.update;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import paloma.model.Hash;
import paloma.model.Release;

/**
 * Copies an installer and says whether the bytes that were written are those that were signed. The
 * original is opened once and never looked at again: what changes it later changes nothing.
 */
final class CheckedCopy {
  private static final int BUFFER = 1 << 20;

  private CheckedCopy() {}

  /**
   * False when it is another file; then nothing stays. Never follows a link to the original, never
   * replaces a file.
   */
  static boolean copy(Path original, Path copy, Release release) throws IOException {
    boolean right = false;
    try {
      right = copied(original, copy, release);
    } finally {
      if (!right) Files.deleteIfExists(copy);
    }
    return right;
  }

  private static boolean copied(Path original, Path copy, Release release) throws IOException {
    var digest = Hash.digest();
    var reading = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    var writing = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    try (var in = FileChannel.open(original, reading);
        var out = FileChannel.open(copy, writing)) {
      if (in.size() != release.size()) return false;
      var buffer = ByteBuffer.allocate(BUFFER);
      long left = release.size();
      while (left > 0) {
        buffer.clear().limit((int) Math.min(BUFFER, left));
        int n = in.read(buffer);
        if (n < 0) return false;
        left -= n;
        buffer.flip();
        digest.update(buffer.duplicate());
        while (buffer.hasRemaining()) out.write(buffer);
      }
      out.force(true);
    }
    // Who serves it later serves it with this time, so that every copy is the same offer.
    Files.setLastModifiedTime(copy, FileTime.from(release.date()));
    return Hash.of(digest.digest()).equals(release.sha256());
  }
}
