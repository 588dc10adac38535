package paloma.transfer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import paloma.frames.Frame;
import paloma.model.DeviceId;
import paloma.model.MessageId;
import paloma.store.ChunkStore;
import paloma.store.Database;

/**
 * Marks chunks as here, behind the writing of them: one commit at a time takes what gathered during
 * the last. For one thread; the end of a commit is told on another.
 */
final class Journal {
  /** Half of what a kill may cost; less would only make more commits. */
  private static final int WORTH = Window.MOST_BYTES / 2;

  private final MessageId offer;
  private final DeviceId peer;
  private final ChunkStore chunks;
  private final BitSet have;
  private final LongConsumer marked;
  private final List<ChunkStore.SignedPage> pages = new ArrayList<>();
  private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
  private long dirty;
  private long done;

  Journal(
      MessageId offer,
      DeviceId peer,
      ChunkStore chunks,
      BitSet have,
      long done,
      LongConsumer marked) {
    this.offer = offer;
    this.peer = peer;
    this.chunks = chunks;
    this.have = have;
    this.done = done;
    this.marked = marked;
  }

  /** A page that proves what comes next; it is kept with the first chunk of it. */
  void proof(Page page, Frame.HashPage frame) {
    pages.add(
        new ChunkStore.SignedPage(
            page.first(), page.hashes().size(), frame.page(), frame.signature()));
  }

  void written(int bytes) {
    dirty += bytes;
    done += bytes;
  }

  long done() {
    return done;
  }

  /** Begins a commit when it is worth one or nothing else is going to come before it. */
  void mark(boolean idle) {
    if (dirty == 0 || !writing.isDone() || (dirty < WORTH && !idle)) return;
    long bytes = dirty;
    dirty = 0;
    writing =
        chunks
            .journal(offer, peer, have, done, List.copyOf(pages))
            .whenComplete((_, _) -> marked.accept(bytes));
    pages.clear();
  }

  /** Whether the last commit went well; throws what went wrong. */
  void check() {
    if (writing.isDone()) Database.await(writing);
  }

  /** Marks all that is written, and waits for it. */
  void close() {
    Database.await(writing);
    mark(true);
    Database.await(writing);
  }
}
