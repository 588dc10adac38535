package paloma.transfer;

import java.util.Arrays;
import paloma.model.Manifest;

/**
 * Which bytes of which entry a chunk is. Chunks are numbered through the whole offer. Immutable.
 */
final class ChunkMap {
  /** Bytes {@code offset .. offset + length} of an entry; the last one of its file or not. */
  record Place(int entry, long offset, int length, boolean last) {}

  private final Manifest manifest;
  private final int[] firsts;
  private final long[] bytesBefore;
  private final int chunks;

  ChunkMap(Manifest manifest) {
    this.manifest = manifest;
    int entries = manifest.entries().size();
    firsts = new int[entries];
    bytesBefore = new long[entries];
    int next = 0;
    long bytes = 0;
    for (int i = 0; i < entries; i++) {
      firsts[i] = next;
      bytesBefore[i] = bytes;
      next = Math.addExact(next, manifest.entries().get(i).chunks());
      bytes += manifest.entries().get(i).size();
    }
    chunks = next;
  }

  int chunks() {
    return chunks;
  }

  Manifest manifest() {
    return manifest;
  }

  Place place(int chunk) {
    if (chunk < 0 || chunk >= chunks) throw new IndexOutOfBoundsException("chunk " + chunk);
    int entry = Arrays.binarySearch(firsts, chunk);
    // Empty entries share the number of the next one that has chunks: it is the last with it.
    if (entry < 0) entry = -entry - 2;
    while (entry + 1 < firsts.length && firsts[entry + 1] == chunk) entry++;
    long size = manifest.entries().get(entry).size();
    long offset = (long) (chunk - firsts[entry]) * Manifest.CHUNK;
    int length = (int) Math.min(Manifest.CHUNK, size - offset);
    return new Place(entry, offset, length, offset + length == size);
  }

  int length(int chunk) {
    return place(chunk).length();
  }

  /** Bytes of all chunks with a smaller number. */
  long bytesBefore(int chunk) {
    if (chunk == chunks) return manifest.bytes();
    var place = place(chunk);
    return bytesBefore[place.entry()] + place.offset();
  }

  /** The first chunk of an entry, or of the next one that has any. */
  int first(int entry) {
    return firsts[entry];
  }
}
