package paloma.transfer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Manifest;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.model.Transfer;
import paloma.store.OfferStore;
import paloma.store.TransferStore;

/**
 * Files that stand for themselves: both sides know number and manifest beforehand, so nothing is
 * said of them in a conversation, and whoever holds the same file goes on where another stopped.
 * They are served to whoever may have them, and pulled only when somebody here asks. The bytes are
 * what the server of them says: whoever pulls must know their hash. Thread-safe.
 */
public final class Standing {
  /** The conversation of what is said in none. */
  private static final ConversationId NOWHERE =
      new ConversationId(Hash.inContext("paloma-standing-v1"));

  /** What somebody who asks is to us. */
  public enum Guest {
    REFUSED,
    STRANGER,
    CONTACT
  }

  private final TransferStore store;
  private final Ledger ledger;
  private final Downloads downloads;
  private final Lending lending;
  private final Hearing hearing;

  Standing(
      TransferStore store, Ledger ledger, Downloads downloads, Lending lending, Hearing hearing) {
    this.store = store;
    this.ledger = ledger;
    this.downloads = downloads;
    this.lending = lending;
    this.hearing = hearing;
  }

  static boolean is(Transfer transfer) {
    return transfer.conversation().equals(NOWHERE);
  }

  /** The number of a file that is known by a hash. */
  public static MessageId number(Hash hash) {
    return MessageId.of(Arrays.copyOf(hash.bytes(), MessageId.BYTES));
  }

  /**
   * One file as both sides describe it.
   *
   * @param modified whole seconds; a file that is served must have this time
   * @param roots where it lies; empty for who pulls it
   */
  public static Outgoing file(String name, long size, Instant modified, List<Path> roots) {
    var entry = new Manifest.Entry(List.of(name), false, size, modified.toEpochMilli());
    var encoded = ManifestCodec.encode(new Manifest(List.of(entry)));
    var summary =
        new Manifest.Summary(List.of(name), false, 1, size, Hash.sha256(encoded), encoded.length);
    return new Outgoing(summary, encoded, roots);
  }

  /** Who hears of what is pulled, and who may pull from us. */
  public void begin(TransferListener listener, Function<DeviceId, Guest> door) {
    hearing.standing(listener);
    lending.door(door);
  }

  /** Serves a file from now on. */
  public void serve(MessageId offer, Outgoing file) {
    lending.put(offer, file);
  }

  public void withdraw(MessageId offer) {
    lending.remove(offer);
  }

  /** Begins to pull, or goes on with what another one left. */
  public Transfer pull(MessageId offer, DeviceId from, Outgoing file, Path into) {
    var row = new OfferStore.Row(offer, from, file.summary(), List.of());
    store.offers().restate(row, file.encoded());
    ledger.add(
        List.of(
            Transfer.offered(offer, NOWHERE, from, Transfer.Direction.IN, file.summary(), null)));
    // Somebody may have given the same number to an offer in a conversation.
    var known = ledger.find(offer, from).orElseThrow().transfer();
    if (!is(known)) throw Problem.failed("peer-misbehaved").exception();
    var waiting = ledger.change(offer, from, Standing::waiting, into);
    downloads.start(waiting, into);
    return waiting;
  }

  /** What was once whole begins anew. */
  private static Transfer waiting(Transfer before) {
    boolean whole = before.state() == Transfer.State.FINISHED;
    return (whole ? before.running(0, 0) : before).in(Transfer.State.WAITING);
  }

  /** Stops pulling from this peer; what came stays for the next one. */
  public void leave(MessageId offer, DeviceId from) {
    downloads.leave(offer, from);
  }

  /** Stops pulling and forgets what came. */
  public void drop(MessageId offer, DeviceId from) {
    ledger.find(offer, from).ifPresent(_ -> downloads.stop(offer, from, Transfer.State.CANCELLED));
  }

  /** Peers from which bytes of this came or were to come. */
  public List<DeviceId> sources(MessageId offer) {
    return ledger.of(offer).stream().filter(Standing::is).map(Transfer::peer).toList();
  }

  /** What was being pulled when the program ended, or is now. */
  public Optional<Transfer> pulling(MessageId offer) {
    return ledger.live(Transfer.Direction.IN).stream()
        .filter(t -> is(t) && t.offer().equals(offer))
        .findFirst();
  }

  /** All that goes on. */
  public List<Transfer> pulling() {
    return ledger.live(Transfer.Direction.IN).stream().filter(Standing::is).toList();
  }
}
