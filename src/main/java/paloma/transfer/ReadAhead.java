package paloma.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import paloma.frames.Frame;
import paloma.model.Hash;
import paloma.model.Manifest;
import paloma.model.MessageId;
import paloma.model.ProblemException;
import paloma.model.Signing;
import paloma.store.ChunkStore;
import paloma.work.Tasks;

/**
 * Reads and hashes an offer of ours ahead of what is being sent, on a task of its own, so that disk
 * and hash go on while TLS writes. Two runs at most are in memory. {@link #next} is for one thread.
 */
final class ReadAhead implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.transfer");

  /** Neighbouring chunks on one page, as one buffer; {@code problem} instead of them. */
  record Run(Frame.HashPage page, int first, int end, byte[] bytes, ProblemException problem) {}

  /** The parts of an offer that reading needs. */
  record Source(MessageId offer, ChunkMap map, List<java.nio.file.Path> roots) {}

  private final Source source;
  private final Signing signing;
  private final ChunkStore chunks;
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(2);
  private final BlockingQueue<Run> ready = new ArrayBlockingQueue<>(2);
  private final int slab;
  private Tasks.Task task;

  /**
   * @param slab bytes of a run, at least one chunk: more makes fewer signatures
   */
  ReadAhead(Source source, Signing signing, ChunkStore chunks, int slab) {
    this.source = source;
    this.signing = signing;
    this.chunks = chunks;
    this.slab = slab;
  }

  /** Begins to read at a chunk and goes on to the end of the offer, or {@link #close}. */
  void start(Tasks tasks, int from) {
    int size = (int) Math.min(slab, source.map.manifest().bytes());
    for (int i = 0; i < 2; i++) free.add(new byte[size]);
    task = tasks.start("read-ahead", () -> run(from));
  }

  /** The next run; its buffer comes back with {@link #release}. */
  Run next() throws InterruptedException {
    return ready.take();
  }

  void release(Run run) {
    free.add(run.bytes);
  }

  private void run(int from) throws IOException, InterruptedException {
    int chunk = from;
    int most = 1;
    try (var files = new OfferedFiles(source.map, source.roots)) {
      while (chunk < source.map.chunks()) {
        var run = fill(files, chunk, most, free.take());
        ready.put(run);
        chunk = run.end;
        most = Math.min(Manifest.PAGE, most * 2);
      }
    } catch (ProblemException e) {
      ready.put(new Run(null, chunk, chunk, null, e));
    }
  }

  /** The first runs are short, so that the first bytes leave at once; then they double. */
  private Run fill(OfferedFiles files, int first, int most, byte[] bytes) {
    var known = chunks.page(source.offer, first - first % Manifest.PAGE, first);
    int end = known.map(p -> p.first() + p.count()).orElse(Page.groupEnd(first));
    if (known.isEmpty()) end = Math.min(end, first + most);
    end = Math.min(end, source.map.chunks());
    var into = ByteBuffer.wrap(bytes);
    var hashes = new ArrayList<Hash>();
    var digest = Hash.digest();
    int chunk = first;
    while (chunk < end && into.position() + source.map.length(chunk) <= bytes.length) {
      files.read(chunk, into, digest);
      hashes.add(Hash.of(digest.digest()));
      chunk++;
      // Virtual threads are not preempted: a message must not wait for megabytes to be hashed.
      Thread.yield();
    }
    var page =
        known
            .map(p -> new Frame.HashPage(p.page(), p.signature()))
            .orElseGet(() -> signed(new Page(source.offer, first, List.copyOf(hashes))));
    return new Run(page, first, chunk, bytes, null);
  }

  private Frame.HashPage signed(Page page) {
    var frame = page.signed(signing);
    var kept =
        new ChunkStore.SignedPage(
            page.first(), page.hashes().size(), frame.page(), frame.signature());
    var _ =
        chunks
            .keep(source.offer, kept)
            .whenComplete((_, e) -> {
              if (e != null) LOG.log(System.Logger.Level.DEBUG, "a page was not kept", e);
            });
    return frame;
  }

  @Override
  public void close() {
    if (task != null) task.interrupt();
  }
}
