package paloma.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import paloma.frames.Frame;
import paloma.frames.FrameReader;
import paloma.frames.FrameWriter;
import paloma.model.MalformedException;
import paloma.model.MessageId;
import paloma.model.ProblemException;
import paloma.wire.Link;
import paloma.work.Tasks;

/**
 * Our side of one files link that a peer dialled: one thread takes requests in, another answers
 * them in their order. Nothing is read from disk for who shows no grant.
 */
final class Serving {
  private static final System.Logger LOG = System.getLogger("paloma.transfer");

  /** Requests that wait for their answer; a peer that sends more is not read any further. */
  private static final int WAITING = 64;

  /** A piece of a manifest: fits a control frame with its head. */
  private static final int PIECE = 60 * 1024;

  private final Link link;
  private final Tasks tasks;
  private final Shelf shelf;
  private final FrameWriter out;
  private final BlockingQueue<Frame> requests = new ArrayBlockingQueue<>(WAITING);
  private volatile long busySince;
  private MessageId granted;
  private ReadAhead.Source source;
  private ReadAhead ahead;
  private ReadAhead.Run run;
  private int next;
  private int offset;
  private boolean shown;

  Serving(Link link, Tasks tasks, Shelf shelf) {
    this.link = link;
    this.tasks = tasks;
    this.shelf = shelf;
    out = new FrameWriter(link.out());
  }

  Link link() {
    return link;
  }

  /** Since when one frame is being written, in nanoseconds; 0 when nothing is. */
  long busySince() {
    return busySince;
  }

  /**
   * Answers until the link ends.
   *
   * @throws MalformedException when the peer broke the protocol
   */
  void run() throws MalformedException {
    var answering = tasks.start("serve-" + link.number(), this::answerAll);
    try {
      var in = new FrameReader(link.in());
      while (true) requests.put(in.read());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (MalformedException e) {
      throw e;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a files link ended", e);
    } finally {
      answering.interrupt();
      link.close();
    }
  }

  private void answerAll() throws InterruptedException {
    try {
      while (true) answer(requests.take());
    } catch (IOException | ProblemException e) {
      LOG.log(System.Logger.Level.DEBUG, "serving ended", e);
    } finally {
      // What follows goes to the database, which takes an interrupt for the end of the program.
      boolean stopped = Thread.interrupted();
      LOG.log(System.Logger.Level.TRACE, "serving was stopped: " + stopped);
      stopReading();
      link.close();
      shelf.ended(granted, link, source != null && next == source.map().chunks());
    }
  }

  private void answer(Frame request) throws IOException, InterruptedException {
    switch (request) {
      case Frame.AskGrant ask -> askGrant(ask.offer());
      case Frame.Grant grant -> presented(grant);
      case Frame.WantManifest want -> manifest(want);
      case Frame.Want want -> chunks(want);
      case Frame.Ping ping -> send(new Frame.Pong(ping.nonce()));
      case Frame.Bye _ -> throw new IOException("the peer said goodbye");
      case Frame.Unknown _ -> {}
      case Frame other ->
          throw new MalformedException("not for a server: " + other.getClass().getSimpleName());
    }
  }

  private void askGrant(MessageId offer) throws IOException {
    var grant = shelf.grant(offer, link.peer());
    if (grant.isPresent()) {
      send(grant.get());
    } else {
      trouble(offer, -1, shelf.refusal(offer, link.peer()), "");
    }
  }

  private void presented(Frame.Grant frame) throws IOException {
    var grant = Grant.decode(frame.grant());
    if (!shelf.admits(frame, grant, link.peer())) {
      trouble(grant.offer(), -1, "grant-refused", "");
    } else if (!shelf.enter(grant.offer(), link)) {
      trouble(grant.offer(), -1, Troubles.BUSY, "");
    } else {
      stopReading();
      granted = grant.offer();
      source = null;
    }
  }

  /** Whether this peer may pull this offer at this moment; else it hears why not. */
  private boolean may(MessageId offer) throws IOException {
    if (!offer.equals(granted)) {
      trouble(offer, -1, "grant-refused", "");
      return false;
    }
    if (!shelf.open(offer, link.peer())) {
      trouble(offer, -1, shelf.refusal(offer, link.peer()), "");
      return false;
    }
    return true;
  }

  private void manifest(Frame.WantManifest want) throws IOException {
    if (!may(want.offer())) return;
    var bytes = shelf.manifest(want.offer());
    if (want.offset() < 0 || want.offset() >= bytes.length) {
      throw new MalformedException("manifest offset " + want.offset());
    }
    int end = Math.min(bytes.length, want.offset() + PIECE);
    var piece = Arrays.copyOfRange(bytes, want.offset(), end);
    send(new Frame.ManifestPart(want.offer(), want.offset(), piece));
  }

  private void chunks(Frame.Want want) throws IOException, InterruptedException {
    if (!may(want.offer())) return;
    if (source == null) source = shelf.source(want.offer());
    int total = source.map().chunks();
    if (want.first() < 0 || want.count() < 1 || want.count() > total - want.first()) {
      throw new MalformedException("chunks " + want.first() + " + " + want.count());
    }
    for (int chunk = want.first(); chunk < want.first() + want.count(); chunk++) {
      if (!shelf.open(want.offer(), link.peer())) {
        trouble(want.offer(), chunk, shelf.refusal(want.offer(), link.peer()), "");
        return;
      }
      if (!chunk(chunk)) return;
    }
    if (requests.isEmpty()) flush();
  }

  private boolean chunk(int chunk) throws IOException, InterruptedException {
    if (ahead == null || chunk != next) begin(chunk);
    if (run == null) take();
    if (run.problem() != null) {
      var problem = run.problem().problem();
      stopReading();
      shelf.failed(granted, link.peer(), problem);
      trouble(granted, chunk, problem.code(), "");
      return false;
    }
    if (!shown) {
      write(run.page());
      shown = true;
    }
    int length = source.map().length(chunk);
    write(new Frame.Chunk(granted, chunk, ByteBuffer.wrap(run.bytes(), offset, length)));
    shelf.sent(granted, link.peer(), source.map(), chunk);
    offset += length;
    next = chunk + 1;
    if (next == run.end()) {
      ahead.release(run);
      run = null;
    }
    return true;
  }

  private void begin(int chunk) {
    stopReading();
    ahead = shelf.readAhead(source);
    ahead.start(tasks, chunk);
    next = chunk;
  }

  private void take() throws InterruptedException {
    run = ahead.next();
    offset = 0;
    shown = false;
  }

  private void stopReading() {
    if (ahead != null) {
      ahead.close();
      shelf.release(ahead);
    }
    ahead = null;
    run = null;
  }

  private void trouble(MessageId offer, int chunk, String code, String detail) throws IOException {
    send(new Frame.Trouble(offer, chunk, code, detail));
  }

  private void send(Frame frame) throws IOException {
    write(frame);
    flush();
  }

  private void write(Frame frame) throws IOException {
    busySince = tasks.time().nanos() | 1;
    out.write(frame);
    busySince = 0;
  }

  private void flush() throws IOException {
    busySince = tasks.time().nanos() | 1;
    out.flush();
    busySince = 0;
  }
}
