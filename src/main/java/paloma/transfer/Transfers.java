package paloma.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import paloma.files.FolderScan;
import paloma.files.ForeignMark;
import paloma.files.SafeNames;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Manifest;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.model.Signing;
import paloma.model.Transfer;
import paloma.store.OfferStore;
import paloma.store.TransferStore;
import paloma.wire.Link;
import paloma.work.Tasks;

/**
 * Files and folders on their way, both ways. Thread-safe; methods wait for a commit, never for a
 * network, but {@link #serve}. Nothing is written to a download folder before {@link #accept}.
 */
public final class Transfers implements AutoCloseable {
  /** Names that an offer's card can show. */
  private static final int NAMES = 8;

  private final TransferStore store;
  private final Signing signing;
  private final Supplier<Path> downloadFolder;
  private final Ledger ledger;
  private final Shelf shelf;
  private final Downloads downloads;
  private final Standing standing;
  private final Servings servings;

  public Transfers(
      TransferStore store,
      Tasks tasks,
      Reach reach,
      Signing signing,
      Supplier<Path> downloadFolder,
      TransferListener listener) {
    this.store = store;
    this.signing = signing;
    this.downloadFolder = downloadFolder;
    var hearing = new Hearing(listener);
    var lending = new Lending();
    ledger = new Ledger(store, tasks, hearing);
    shelf = new Shelf(store, ledger, lending, signing, tasks.time());
    var mark = ForeignMark.of(System.getProperty("os.name"), tasks.time().now().getEpochSecond());
    downloads = new Downloads(store, tasks, ledger, reach, signing, mark);
    servings = new Servings(tasks, shelf);
    standing = new Standing(store, ledger, downloads, lending, hearing);
  }

  /** Files that are offered in no conversation; none of the methods here is about them. */
  public Standing standing() {
    return standing;
  }

  /** Loads what goes on and goes on with it. */
  public void start() {
    ledger.start();
    servings.start();
    for (var transfer : ledger.live(Transfer.Direction.IN)) {
      // Whether a standing file is still wanted is for its listener to say.
      if (transfer.state() == Transfer.State.WAITING && !Standing.is(transfer)) {
        downloads.start(transfer, target(transfer));
      }
    }
  }

  private Path target(Transfer transfer) {
    return ledger
        .find(transfer.offer(), transfer.peer())
        .map(TransferStore.Row::target)
        .orElseGet(downloadFolder);
  }

  /** Looks at what lies under these paths; hashes nothing, so it takes the time of a listing. */
  public Outgoing prepare(List<Path> paths) {
    if (paths.isEmpty()) throw Problem.usage("nothing-to-offer").exception();
    var roots = paths.stream().map(p -> p.toAbsolutePath().normalize()).toList();
    var manifest = FolderScan.scan(roots);
    var encoded = ManifestCodec.encode(manifest);
    if (encoded.length > ManifestCodec.MOST_BYTES) {
      throw Problem.failed("too-many-files", String.valueOf(Manifest.MAX_ENTRIES)).exception();
    }
    var tops = manifest.entries().stream().filter(e -> e.path().size() == 1).toList();
    var names = tops.stream().limit(NAMES).map(e -> SafeNames.of(e.path().getFirst())).toList();
    boolean folder = tops.stream().anyMatch(Manifest.Entry::folder);
    var summary =
        new Manifest.Summary(
            names,
            folder,
            manifest.files(),
            manifest.bytes(),
            Hash.sha256(encoded),
            encoded.length);
    return new Outgoing(summary, encoded, roots);
  }

  /**
   * Remembers an offer of ours; from now on it is served to these recipients. What is offered to
   * nobody else is a note to ourselves: it stays where it lies.
   */
  public void offered(
      MessageId offer, ConversationId conversation, List<DeviceId> recipients, Outgoing out) {
    var row = new OfferStore.Row(offer, signing.ourselves(), out.summary(), out.roots());
    store.offers().add(row, Optional.of(out.encoded()));
    var first = out.roots().getFirst();
    var path = out.roots().size() == 1 ? first : first.getParent();
    if (recipients.isEmpty()) {
      ledger.add(List.of(sent(offer, conversation, signing.ourselves(), out, path).finished(path)));
      return;
    }
    ledger.add(
        recipients.stream().map(peer -> sent(offer, conversation, peer, out, path)).toList());
  }

  private static Transfer sent(
      MessageId offer, ConversationId conversation, DeviceId peer, Outgoing out, Path path) {
    return Transfer.offered(offer, conversation, peer, Transfer.Direction.OUT, out.summary(), path);
  }

  /** Remembers an offer to us, once. */
  public Transfer received(
      MessageId offer, ConversationId conversation, DeviceId from, Body.Offer body) {
    var said = body.summary();
    var summary =
        new Manifest.Summary(
            SafeNames.of(said.names()),
            said.folder(),
            Math.max(0, said.files()),
            Math.max(0, said.bytes()),
            said.manifest(),
            said.manifestBytes());
    store.offers().add(new OfferStore.Row(offer, from, summary, List.of()), Optional.empty());
    var transfer =
        Transfer.offered(offer, conversation, from, Transfer.Direction.IN, summary, null);
    ledger.add(List.of(transfer));
    return ledger.find(offer, from).orElseThrow().transfer();
  }

  /** Begins to pull; a failed one is tried again. {@code into} null is the download folder. */
  public Transfer accept(MessageId offer, Path into) {
    var known = incoming(offer);
    var target = into != null ? into.toAbsolutePath() : downloadFolder.get().toAbsolutePath();
    boolean may = known.state() == Transfer.State.OFFERED || known.state() == Transfer.State.FAILED;
    if (!may) return known;
    var transfer = ledger.change(offer, known.peer(), t -> t.in(Transfer.State.WAITING), target);
    downloads.start(transfer, target);
    return transfer;
  }

  public Transfer decline(MessageId offer) {
    return ledger.change(
        offer,
        incoming(offer).peer(),
        t -> t.state() == Transfer.State.OFFERED ? t.in(Transfer.State.DECLINED) : t);
  }

  /** Ends a transfer from either side; our own offer ends for all who have not finished. */
  public Transfer cancel(MessageId offer) {
    var all = of(offer);
    if (all.isEmpty()) throw Problem.unknown("unknown-transfer", offer.text()).exception();
    for (var transfer : all) {
      switch (transfer.direction()) {
        case IN -> downloads.stop(offer, transfer.peer(), Transfer.State.CANCELLED);
        case OUT -> endOutgoing(offer, transfer.peer(), Transfer.State.CANCELLED);
      }
    }
    return of(offer).getFirst();
  }

  private void endOutgoing(MessageId offer, DeviceId peer, Transfer.State as) {
    ledger.change(
        offer,
        peer,
        t ->
            t.state().ended() && t.state() != Transfer.State.FAILED
                ? t
                : as == Transfer.State.FINISHED ? t.finished(t.path()) : t.in(as));
    boolean allEnded =
        ledger.of(offer).stream()
            .allMatch(t -> t.state().ended() && t.state() != Transfer.State.FAILED);
    if (allEnded) store.offers().strip(offer);
  }

  private Transfer incoming(MessageId offer) {
    return of(offer).stream()
        .filter(t -> t.direction() == Transfer.Direction.IN)
        .findFirst()
        .orElseThrow(() -> Problem.unknown("unknown-transfer", offer.text()).exception());
  }

  /** The other side said what became of an offer. */
  public void verdict(MessageId offer, DeviceId from, Body.Verdict verdict) {
    var known = ledger.find(offer, from).map(TransferStore.Row::transfer).orElse(null);
    if (known == null) return;
    switch (known.direction()) {
      case IN -> {
        if (verdict == Body.Verdict.WITHDRAWN && !known.state().ended()) {
          downloads.stop(offer, from, Transfer.State.CANCELLED);
        }
      }
      case OUT -> {
        switch (verdict) {
          case ACCEPTED ->
              ledger.change(
                  offer,
                  from,
                  t -> t.state() == Transfer.State.OFFERED ? t.in(Transfer.State.WAITING) : t);
          case DECLINED -> endOutgoing(offer, from, Transfer.State.DECLINED);
          case CANCELLED -> endOutgoing(offer, from, Transfer.State.CANCELLED);
          case FINISHED -> endOutgoing(offer, from, Transfer.State.FINISHED);
          case WITHDRAWN -> {}
        }
      }
    }
  }

  /** Answers one files link until it ends. */
  public void serve(Link link) throws IOException {
    servings.serve(link);
  }

  /** A peer is there: what waits for it goes on at once. */
  public void reachable(DeviceId peer) {
    downloads.reachable(peer);
  }

  /** How many offers of a peer wait for the person here to decide. */
  public int undecided(DeviceId peer) {
    return (int)
        ledger.live(Transfer.Direction.IN).stream()
            .filter(t -> t.peer().equals(peer) && t.state() == Transfer.State.OFFERED)
            .count();
  }

  public List<Transfer> list(boolean ended) {
    return ledger.list(ended).stream().filter(t -> !Standing.is(t)).toList();
  }

  /** What was offered by us, or what came of an offer to us; empty when nothing is known here. */
  public List<Path> whereItLies(MessageId offer) {
    var own = store.offers().find(offer).map(OfferStore.Row::roots).orElse(List.of());
    if (!own.isEmpty()) return own;
    return of(offer).stream()
        // Of several only the folder is known, and names in it may be those of other files.
        .filter(t -> t.state() == Transfer.State.FINISHED && t.names().size() == 1)
        .map(Transfer::path)
        .filter(path -> path != null)
        .limit(1)
        .toList();
  }

  public List<Transfer> of(MessageId offer) {
    return ledger.of(offer).stream().filter(t -> !Standing.is(t)).toList();
  }

  @Override
  public void close() {
    downloads.close();
    servings.close();
    ledger.close();
  }
}
