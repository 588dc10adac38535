package paloma.transfer;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Optional;
import paloma.model.CanonicalReader;
import paloma.model.MalformedException;
import paloma.model.Manifest;

/**
 * What to ask for next. Never more than {@link #MOST_BYTES} are asked for and not yet settled: so
 * much a kill costs, and no more. Pure, not thread-safe.
 */
final class Window {
  static final int MOST_BYTES = 4 * Manifest.CHUNK;

  /** Asking for less than this would make a request for each small file. */
  private static final int WORTH = Manifest.CHUNK / 2;

  /** Neighbouring chunks. */
  record Range(int first, int count) {}

  private final ChunkMap map;
  private final BitSet have;
  private final ArrayDeque<Range> asked = new ArrayDeque<>();
  private int next;
  private int expected = -1;
  private long open;

  /**
   * @param have chunks that are verified and written; the window marks what arrives
   */
  Window(ChunkMap map, BitSet have) {
    this.map = map;
    this.have = have;
  }

  /** The next request, when there is something missing and room for it. */
  Optional<Range> ask() {
    int first = have.nextClearBit(next);
    if (first >= map.chunks()) return Optional.empty();
    int end = have.nextSetBit(first);
    if (end < 0 || end > map.chunks()) end = map.chunks();
    long room = MOST_BYTES - open;
    long bytes = 0;
    int chunk = first;
    while (chunk < end && bytes + map.length(chunk) <= room) bytes += map.length(chunk++);
    boolean worth = bytes >= WORTH || chunk == end || asked.isEmpty();
    if (chunk == first || !worth) return Optional.empty();
    open += bytes;
    next = chunk;
    var range = new Range(first, chunk - first);
    asked.add(range);
    if (expected < 0) expected = first;
    return Optional.of(range);
  }

  /** The chunk that has to come next; -1 when nothing was asked for. */
  int expected() {
    return expected;
  }

  /** A chunk came, was right and is written. */
  void arrived(int chunk) throws MalformedException {
    CanonicalReader.check(chunk == expected, "chunk " + chunk + " was not next");
    have.set(chunk);
    var range = asked.getFirst();
    if (chunk + 1 < range.first + range.count) {
      expected = chunk + 1;
      return;
    }
    asked.removeFirst();
    expected = asked.isEmpty() ? -1 : asked.getFirst().first;
  }

  /** So many bytes of what arrived will be found again after a kill. */
  void settled(long bytes) {
    open -= bytes;
  }

  boolean complete() {
    return have.nextClearBit(0) >= map.chunks();
  }
}
