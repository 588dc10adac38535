package paloma.transfer;

import java.io.IOException;
import java.util.BitSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import paloma.frames.Frame;
import paloma.frames.FrameReader;
import paloma.frames.FrameWriter;
import paloma.model.CanonicalReader;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.MalformedException;
import paloma.model.Manifest;
import paloma.model.MessageId;
import paloma.model.Signing;
import paloma.store.ChunkStore;
import paloma.wire.Link;
import paloma.work.Tasks;

/**
 * Pulls the missing chunks of an offer over one link. One task reads frames, the caller's thread
 * proves them, writes them and asks for more: TLS and SHA-256 each have a core.
 */
final class Pull {
  /** What may have come and not been looked at: a window, and pages. Holds a flooder back. */
  private static final int AHEAD = Window.MOST_BYTES + (1 << 20);

  /** What each frame takes of that beside its bytes. */
  private static final int FRAME = 4 * 1024;

  /** What the reading task and the database tell the pulling thread. */
  private sealed interface Happened {
    record Came(Frame frame, int weight) implements Happened {}

    record Kept() implements Happened {}

    record Ended(IOException why) implements Happened {}
  }

  private final Link link;
  private final MessageId offer;
  private final DeviceId offerer;
  private final Signing signing;
  private final FrameReader in;
  private final FrameWriter out;
  private final BlockingQueue<Happened> happened = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(AHEAD);
  private final java.security.MessageDigest digest = Hash.digest();
  private Page page;

  Pull(Link link, MessageId offer, DeviceId offerer, Signing signing) {
    this.link = link;
    this.offer = offer;
    this.offerer = offerer;
    this.signing = signing;
    in = new FrameReader(link.in());
    out = new FrameWriter(link.out());
  }

  /** Asks the offerer for the right to pull and shows it. */
  void begin() throws IOException {
    out.send(new Frame.AskGrant(offer));
    var grant = answer(Frame.Grant.class);
    out.send(grant);
  }

  /** Pulls the encoded manifest, which must be the one that the offer named. */
  byte[] manifest(Manifest.Summary summary) throws IOException {
    CanonicalReader.check(
        summary.manifestBytes() > 0 && summary.manifestBytes() <= ManifestCodec.MOST_BYTES,
        "length of a manifest");
    var bytes = new java.io.ByteArrayOutputStream();
    while (bytes.size() < summary.manifestBytes()) {
      out.send(new Frame.WantManifest(offer, bytes.size()));
      var piece = answer(Frame.ManifestPart.class);
      boolean fits =
          piece.offer().equals(offer)
              && piece.offset() == bytes.size()
              && piece.bytes().length > 0
              && piece.bytes().length <= summary.manifestBytes() - bytes.size();
      CanonicalReader.check(fits, "piece of a manifest");
      bytes.writeBytes(piece.bytes());
    }
    var whole = bytes.toByteArray();
    CanonicalReader.check(Hash.sha256(whole).equals(summary.manifest()), "hash of a manifest");
    return whole;
  }

  private <T extends Frame> T answer(Class<T> type) throws IOException {
    var frame = in.read();
    if (frame instanceof Frame.Trouble trouble) {
      if (trouble.code().equals(Troubles.BUSY)) throw new IOException("the peer is busy");
      throw Troubles.of(trouble, null);
    }
    if (!type.isInstance(frame)) throw new MalformedException("no " + type.getSimpleName());
    return type.cast(frame);
  }

  /** Pulls until all is here; what is here stays marked, however this ends. */
  void chunks(
      Tasks tasks,
      ChunkMap map,
      BitSet have,
      Assembly assembly,
      ChunkStore store,
      LongConsumer progress)
      throws IOException, InterruptedException {
    var window = new Window(map, have);
    long done = have.stream().mapToLong(map::length).sum();
    var journal =
        new Journal(offer, offerer, store, have, done, () -> happened.add(new Happened.Kept()));
    var reading = tasks.start("pull-" + link.number(), this::readAll);
    try {
      ask(window);
      while (!window.complete()) {
        switch (happened.take()) {
          case Happened.Ended ended -> throw ended.why;
          case Happened.Kept _ -> {}
          case Happened.Came came -> {
            came(came.frame, map, window, assembly, journal);
            room.release(came.weight);
            progress.accept(journal.done());
          }
        }
        window.settled(journal.settled());
        ask(window);
        journal.mark();
      }
    } finally {
      reading.interrupt();
      link.close();
      journal.close();
    }
  }

  private void readAll() throws InterruptedException {
    try {
      while (true) {
        var frame = in.read();
        int weight = FRAME + (frame instanceof Frame.Chunk chunk ? chunk.bytes().remaining() : 0);
        room.acquire(weight);
        happened.add(new Happened.Came(frame, weight));
      }
    } catch (IOException e) {
      happened.add(new Happened.Ended(e));
    }
  }

  private void ask(Window window) throws IOException {
    for (var range = window.ask(); range.isPresent(); range = window.ask()) {
      out.send(new Frame.Want(offer, range.get().first(), range.get().count()));
    }
  }

  private void came(Frame frame, ChunkMap map, Window window, Assembly assembly, Journal journal)
      throws IOException {
    switch (frame) {
      case Frame.HashPage signed -> page(signed, map, window, journal);
      case Frame.Chunk chunk -> chunk(chunk, map, window, assembly, journal);
      case Frame.Trouble trouble -> throw Troubles.of(trouble, map);
      case Frame.Pong _, Frame.Unknown _ -> {}
      case Frame.Bye bye -> throw new IOException("the peer said goodbye: " + bye.reason());
      case Frame other ->
          throw new MalformedException("not for a puller: " + other.getClass().getSimpleName());
    }
  }

  private void page(Frame.HashPage signed, ChunkMap map, Window window, Journal journal)
      throws MalformedException {
    var decoded = Page.verified(signed, offer, offerer, signing);
    boolean useful = decoded.covers(window.expected()) && decoded.end() <= map.chunks();
    CanonicalReader.check(useful, "a page of other chunks");
    page = decoded;
    journal.proof(decoded, signed);
  }

  private void chunk(
      Frame.Chunk chunk, ChunkMap map, Window window, Assembly assembly, Journal journal)
      throws MalformedException {
    int index = chunk.index();
    boolean expected = chunk.offer().equals(offer) && index == window.expected();
    CanonicalReader.check(expected, "a chunk that was not next");
    CanonicalReader.check(page != null && page.covers(index), "a chunk without a page");
    CanonicalReader.check(chunk.bytes().remaining() == map.length(index), "length of a chunk");
    var hash = assembly.write(index, chunk.bytes(), digest);
    in.recycle(chunk.bytes());
    CanonicalReader.check(hash.equals(page.hash(index)), "hash of a chunk");
    window.arrived(index);
    journal.written(map.length(index));
  }
}
