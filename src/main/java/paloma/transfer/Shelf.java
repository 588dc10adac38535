package paloma.transfer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import paloma.frames.Frame;
import paloma.model.DeviceId;
import paloma.model.MalformedException;
import paloma.model.Manifest;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.model.Signing;
import paloma.model.Transfer;
import paloma.store.TransferStore;
import paloma.wire.Link;
import paloma.work.Time;

/**
 * What we serve and to whom: our own offers to those they were made to, standing files to whoever
 * may have them. Thread-safe.
 */
final class Shelf {
  /** Bytes read ahead in one go: few signatures, and two of them are small beside the heap. */
  private static final int SLAB = 8 << 20;

  /** With more readers than this at once each gets by with one chunk: memory stays bounded. */
  private static final int FEW = 3;

  /** A receiver that has everything checks it, publishes it and says so. */
  private static final Duration VERDICT = Duration.ofSeconds(5);

  private final TransferStore store;
  private final Ledger ledger;
  private final Lending lending;
  private final Signing signing;
  private final Time time;
  private final AtomicInteger readers = new AtomicInteger();

  Shelf(TransferStore store, Ledger ledger, Lending lending, Signing signing, Time time) {
    this.store = store;
    this.ledger = ledger;
    this.lending = lending;
    this.signing = signing;
    this.time = time;
  }

  /** A new grant, when the offer was made to this peer and still stands. */
  Optional<Frame.Grant> grant(MessageId offer, DeviceId peer) {
    if (lending.open(offer, peer)) {
      return lending.crowded(peer) ? Optional.empty() : Optional.of(granted(offer, peer));
    }
    var known = outgoing(offer, peer);
    if (known.isEmpty() || store.offers().manifest(offer).isEmpty()) return Optional.empty();
    switch (known.get().state()) {
      case FAILED -> ledger.change(offer, peer, t -> t.in(Transfer.State.WAITING));
      case FINISHED, DECLINED, CANCELLED -> {
        return Optional.empty();
      }
      case OFFERED, WAITING, RUNNING, PAUSED -> {}
    }
    return Optional.of(granted(offer, peer));
  }

  private Frame.Grant granted(MessageId offer, DeviceId peer) {
    return new Grant(offer, peer, time.now().plus(Grant.LIFE)).signed(signing);
  }

  /** Why a peer gets nothing of an offer; says no more than it knows already. */
  String refusal(MessageId offer, DeviceId peer) {
    if (lending.open(offer, peer)) return Troubles.BUSY;
    boolean withdrawn =
        outgoing(offer, peer).filter(t -> t.state() == Transfer.State.CANCELLED).isPresent();
    return withdrawn ? "withdrawn" : "not-offered";
  }

  private Optional<Transfer> outgoing(MessageId offer, DeviceId peer) {
    return ledger
        .find(offer, peer)
        .map(TransferStore.Row::transfer)
        .filter(t -> t.direction() == Transfer.Direction.OUT);
  }

  boolean admits(Frame.Grant frame, Grant grant, DeviceId peer) {
    return open(grant.offer(), peer)
        && Grant.holds(frame, grant, signing.ourselves(), peer, time.now(), signing);
  }

  /** Lets somebody in who showed a grant; false when there is no room for one more guest. */
  boolean enter(MessageId offer, Link link) {
    return !lending.has(offer) || lending.enter(link);
  }

  /** Whether the peer may pull at this moment; asked for every chunk. */
  boolean open(MessageId offer, DeviceId peer) {
    if (lending.has(offer)) return lending.open(offer, peer);
    return ledger
        .live(offer, peer)
        .filter(t -> t.direction() == Transfer.Direction.OUT)
        .isPresent();
  }

  byte[] manifest(MessageId offer) {
    return lending
        .file(offer)
        .map(Outgoing::encoded)
        .or(() -> store.offers().manifest(offer))
        .orElseThrow(() -> Problem.failed("not-offered").exception());
  }

  ReadAhead.Source source(MessageId offer) throws MalformedException {
    var map = new ChunkMap(ManifestCodec.decode(manifest(offer)));
    var roots =
        lending
            .file(offer)
            .map(Outgoing::roots)
            .orElseGet(() -> store.offers().find(offer).orElseThrow().roots());
    return new ReadAhead.Source(offer, map, roots);
  }

  ReadAhead readAhead(ReadAhead.Source source) {
    int slab = readers.incrementAndGet() > FEW ? Manifest.CHUNK : SLAB;
    return new ReadAhead(source, signing, store.chunks(), slab);
  }

  void release(ReadAhead ahead) {
    ahead.close();
    readers.decrementAndGet();
  }

  /** A chunk left: what lies before it is there, for chunks are pulled in order. */
  void sent(MessageId offer, DeviceId peer, ChunkMap map, int chunk) {
    if (lending.has(offer)) return;
    if (ledger.live(offer, peer).filter(t -> t.state() != Transfer.State.RUNNING).isPresent()) {
      ledger.change(offer, peer, t -> t.state().ended() ? t : t.running(map.bytesBefore(chunk), 0));
    }
    ledger.progress(offer, peer, map.bytesBefore(chunk));
  }

  void failed(MessageId offer, DeviceId peer, Problem problem) {
    if (lending.has(offer) || ledger.find(offer, peer).isEmpty()) return;
    ledger.change(offer, peer, t -> t.state().ended() ? t : t.failed(problem));
  }

  /**
   * The link is gone: what ran waits for the next one.
   *
   * @param all the last chunk was handed over: that it arrived is said on another link, and until
   *     then nothing waits
   */
  void ended(MessageId offer, Link link, boolean all) {
    lending.left(link);
    if (offer == null || lending.has(offer)) return;
    var peer = link.peer();
    var last = ledger.live(offer, peer);
    if (last.isEmpty()) return;
    if (all) {
      time.after(
          VERDICT,
          "verdict-" + offer,
          () -> {
            // Whoever pulls again has moved it.
            if (ledger.live(offer, peer).equals(last)) waits(offer, peer);
          });
    } else {
      waits(offer, peer);
    }
  }

  private void waits(MessageId offer, DeviceId peer) {
    ledger.change(
        offer, peer, t -> t.state() == Transfer.State.RUNNING ? t.in(Transfer.State.WAITING) : t);
  }
}
