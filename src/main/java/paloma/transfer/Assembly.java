package paloma.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import paloma.files.FileProblems;
import paloma.files.ForeignMark;
import paloma.files.PartFolder;
import paloma.files.Publishing;
import paloma.files.SafeNames;
import paloma.model.Hash;
import paloma.model.Manifest;

/**
 * An incoming offer being put together in its staging folder, and published when it is whole.
 * Failures of the disk are {@link paloma.model.ProblemException}. For one thread.
 */
final class Assembly implements AutoCloseable {
  private final ChunkMap map;
  private final PartFolder parts;
  private final List<List<String>> places;
  private int current = -1;
  private FileChannel channel;

  private Assembly(ChunkMap map, PartFolder parts, List<List<String>> places) {
    this.map = map;
    this.parts = parts;
    this.places = places;
  }

  /** Opens the staging of an offer below a download folder, once there is space for the rest. */
  static Assembly open(ChunkMap map, Path downloads, String key, long missing) {
    var places = SafeNames.layout(map.manifest());
    try {
      var assembly = new Assembly(map, PartFolder.open(downloads, key), places);
      FileProblems.needSpace(downloads, missing);
      return assembly;
    } catch (IOException e) {
      throw FileProblems.writing(downloads, e);
    }
  }

  /** Makes the folders and the empty files: they have no chunk that would. */
  void prepare() {
    try {
      var entries = map.manifest().entries();
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).folder()) {
          parts.folder(places.get(i));
        } else if (entries.get(i).size() == 0) {
          parts.part(places.get(i)).close();
        }
      }
    } catch (IOException e) {
      throw FileProblems.writing(parts.downloads(), e);
    }
  }

  /** Writes a chunk and hashes it on the way: what it proves to be is for the caller to judge. */
  Hash write(int chunk, ByteBuffer bytes, MessageDigest digest) {
    var place = map.place(chunk);
    int end = bytes.limit();
    try {
      turnTo(place.entry());
      for (long at = place.offset(); bytes.position() < end; ) {
        bytes.limit(Math.min(end, bytes.position() + OfferedFiles.PIECE));
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) at += channel.write(bytes, at);
      }
      if (place.last()) close();
      return Hash.of(digest.digest());
    } catch (IOException e) {
      throw FileProblems.writing(parts.downloads(), e);
    }
  }

  private void turnTo(int entry) throws IOException {
    if (entry == current) return;
    close();
    channel = parts.part(places.get(entry));
    current = entry;
  }

  /**
   * Reads again the last chunks that the journal has, at most so many, and forgets what is not as
   * it was proved to be: a power cut may have taken bytes that were only on their way to the disk.
   */
  void recheck(BitSet have, int most, IntFunction<Hash> proved) {
    var buffer = ByteBuffer.allocate(Manifest.CHUNK);
    int left = most;
    for (int chunk = have.length() - 1; chunk >= 0 && left > 0; left--) {
      var hash = proved.apply(chunk);
      if (hash == null || !hash.equals(stored(chunk, buffer))) have.clear(chunk);
      chunk = have.previousSetBit(chunk - 1);
      if (chunk < 0) break;
    }
  }

  /** Marks those, of at most so many that may have been written before a kill, that were. */
  void recover(BitSet have, BitSet unmarked, int most, IntFunction<Hash> proved) {
    var buffer = ByteBuffer.allocate(Manifest.CHUNK);
    unmarked.stream()
        .limit(most)
        .filter(chunk -> proved.apply(chunk) != null)
        .filter(chunk -> proved.apply(chunk).equals(stored(chunk, buffer)))
        .forEach(have::set);
  }

  private Hash stored(int chunk, ByteBuffer buffer) {
    var place = map.place(chunk);
    try {
      var path = parts.at(places.get(place.entry()));
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) return null;
      turnTo(place.entry());
      buffer.clear().limit(place.length());
      for (long at = place.offset(); buffer.hasRemaining(); ) {
        int n = channel.read(buffer, at);
        if (n < 0) return null;
        at += n;
      }
      var digest = Hash.digest();
      digest.update(buffer.flip());
      return Hash.of(digest.digest());
    } catch (IOException e) {
      throw FileProblems.writing(parts.downloads(), e);
    }
  }

  /**
   * Publishes everything; returns where: the file or folder itself, or the download folder when
   * several were offered. What was published before a kill is not there to be published again.
   */
  Path publish(ForeignMark mark) {
    try {
      close();
      var published = parts.downloads();
      int tops = 0;
      var entries = map.manifest().entries();
      for (int i = 0; i < entries.size(); i++) {
        if (!entries.get(i).folder()) finish(i, mark);
      }
      for (int i = 0; i < entries.size(); i++) {
        if (places.get(i).size() != 1) continue;
        tops++;
        var staged = parts.at(places.get(i));
        if (!Files.exists(staged, LinkOption.NOFOLLOW_LINKS)) continue;
        published = Publishing.publish(staged, parts.downloads(), places.get(i).getFirst());
      }
      parts.remove();
      return tops == 1 ? published : parts.downloads();
    } catch (IOException e) {
      throw FileProblems.writing(parts.downloads(), e);
    }
  }

  private void finish(int entry, ForeignMark mark) throws IOException {
    try {
      parts.finish(places.get(entry), map.manifest().entries().get(entry).modified(), mark);
    } catch (NoSuchFileException e) {
      System.getLogger("paloma.transfer").log(System.Logger.Level.DEBUG, "published before", e);
    }
  }

  @Override
  public void close() throws IOException {
    current = -1;
    if (channel != null) channel.close();
    channel = null;
  }
}
