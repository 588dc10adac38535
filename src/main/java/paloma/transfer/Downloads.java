package paloma.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import paloma.files.ForeignMark;
import paloma.model.DeviceId;
import paloma.model.MessageId;
import paloma.model.Signing;
import paloma.model.Transfer;
import paloma.store.TransferStore;
import paloma.work.Tasks;

/** The pulls that go on, a few at a time; the others wait. Thread-safe. */
final class Downloads implements AutoCloseable {
  /** More at once would only share the same cable and the same disk. */
  private static final int AT_ONCE = 4;

  /** What a download works with. */
  record Tools(
      TransferStore store,
      Tasks tasks,
      Ledger ledger,
      Reach reach,
      Signing signing,
      Semaphore slots,
      ForeignMark mark) {}

  private final Tools tools;
  private final Map<Ledger.Key, Download> running = new ConcurrentHashMap<>();

  Downloads(
      TransferStore store,
      Tasks tasks,
      Ledger ledger,
      Reach reach,
      Signing signing,
      ForeignMark mark) {
    tools = new Tools(store, tasks, ledger, reach, signing, new Semaphore(AT_ONCE, true), mark);
  }

  /** Begins to pull, or goes on. */
  synchronized void start(Transfer transfer, Path target) {
    var key = Ledger.Key.of(transfer);
    var download = new Download(tools, transfer, target);
    if (running.putIfAbsent(key, download) != null) return;
    download.start(() -> running.remove(key, download));
  }

  /** Ends a transfer in this state and removes what it staged. */
  Transfer stop(MessageId offer, DeviceId peer, Transfer.State as) {
    var download = running.get(new Ledger.Key(offer, peer));
    if (download != null) return download.stop(as);
    var transfer = tools.ledger.change(offer, peer, t -> t.state().ended() ? t : t.in(as));
    tools.ledger.find(offer, peer).ifPresent(row -> Download.clean(tools.store, row));
    return transfer;
  }

  /** Ends a transfer, and leaves what it staged to the next one of the same offer. */
  void leave(MessageId offer, DeviceId peer) {
    var download = running.get(new Ledger.Key(offer, peer));
    if (download != null) download.leave(Transfer.State.CANCELLED);
    tools.ledger.change(offer, peer, t -> t.state().ended() ? t : t.in(Transfer.State.CANCELLED));
  }

  /** The peer can be reached: whoever waits for it tries at once. */
  void reachable(DeviceId peer) {
    running.forEach((key, download) -> {
      if (key.peer().equals(peer)) download.wake();
    });
  }

  @Override
  public void close() {
    running.values().forEach(Download::interrupt);
  }

  /** Where an offer is staged below the download folder. */
  static String key(MessageId offer) {
    return offer.text();
  }

  static void log(String what, IOException e) {
    System.getLogger("paloma.transfer").log(System.Logger.Level.DEBUG, what, e);
  }
}
