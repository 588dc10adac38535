package paloma.transfer;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import paloma.frames.Frame;
import paloma.model.DeviceId;
import paloma.model.Manifest;
import paloma.model.MessageId;
import paloma.store.ChunkStore;
import paloma.store.Database;

/**
 * Keeps what a kill must not cost. A page of hashes is committed when it comes: with it the chunks
 * below it prove themselves from the part file, so they count as settled as soon as they are
 * written and their page is kept. Marking chunks one by one only saves reading them again; it is
 * done behind, in large steps. For one thread; the end of a commit is told on another.
 */
final class Journal {
  /** What a restart after a kill may have to read again. */
  private static final int WORTH = 16 * Manifest.CHUNK;

  private final MessageId offer;
  private final DeviceId peer;
  private final ChunkStore chunks;
  private final BitSet have;
  private final Runnable kept;
  private final Deque<CompletableFuture<Void>> keeping = new ArrayDeque<>();
  private CompletableFuture<Void> marking = CompletableFuture.completedFuture(null);
  private long unsettled;
  private long dirty;
  private long done;

  /**
   * @param have the chunks that are here; whoever writes one adds it
   * @param kept run on another thread when {@link #settled} has news
   */
  Journal(
      MessageId offer, DeviceId peer, ChunkStore chunks, BitSet have, long done, Runnable kept) {
    this.offer = offer;
    this.peer = peer;
    this.chunks = chunks;
    this.have = have;
    this.done = done;
    this.kept = kept;
  }

  /** A page that proves what comes next. */
  void proof(Page page, Frame.HashPage frame) {
    var signed =
        new ChunkStore.SignedPage(
            page.first(), page.hashes().size(), frame.page(), frame.signature());
    var commit = chunks.keep(offer, signed);
    keeping.add(commit);
    commit.whenComplete((_, _) -> kept.run());
  }

  /** A chunk under the last page was written. */
  void written(int bytes) {
    unsettled += bytes;
    dirty += bytes;
    done += bytes;
  }

  long done() {
    return done;
  }

  /** Bytes that became settled since the last call; throws when a commit failed. */
  long settled() {
    while (!keeping.isEmpty() && keeping.getFirst().isDone()) {
      Database.await(keeping.removeFirst());
    }
    if (!keeping.isEmpty()) return 0;
    long bytes = unsettled;
    unsettled = 0;
    return bytes;
  }

  /** Begins to mark when that is worth a commit and none is under way. */
  void mark() {
    if (dirty < WORTH || !marking.isDone()) return;
    Database.await(marking);
    begin();
  }

  private void begin() {
    dirty = 0;
    marking = chunks.mark(offer, peer, have, done);
  }

  /** Marks all that is written, and waits for it. */
  void close() {
    Database.await(marking);
    if (dirty > 0) begin();
    Database.await(marking);
  }
}
