package paloma.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import paloma.model.DeviceId;
import paloma.model.MessageId;
import paloma.model.Transfer;
import paloma.store.TransferStore;
import paloma.work.Tasks;

/**
 * The state of all transfers: those that go on in memory and in the database, those that ended only
 * there. Every change is durable before it is told. Thread-safe; notices come from one task.
 */
final class Ledger {
  /** One offer and one person. */
  record Key(MessageId offer, DeviceId peer) {
    static Key of(Transfer transfer) {
      return new Key(transfer.offer(), transfer.peer());
    }
  }

  private final TransferStore store;
  private final Tasks tasks;
  private final TransferListener listener;
  private final Map<Key, TransferStore.Row> live = new ConcurrentHashMap<>();
  private final Map<Key, Pace> paces = new ConcurrentHashMap<>();

  /** Four a second for each transfer: no bound is needed, and an interrupt loses none. */
  private final LinkedBlockingQueue<Transfer> notices = new LinkedBlockingQueue<>();

  private Tasks.Task telling;

  Ledger(TransferStore store, Tasks tasks, TransferListener listener) {
    this.store = store;
    this.tasks = tasks;
    this.listener = listener;
  }

  /** Loads what goes on; what ran waits again. */
  void start() {
    for (var row : store.list(false)) {
      var transfer = row.transfer();
      if (transfer.state() == Transfer.State.RUNNING) {
        transfer = transfer.in(Transfer.State.WAITING);
      }
      live.put(Key.of(transfer), new TransferStore.Row(transfer, row.target()));
    }
    telling = tasks.start("transfer-notices", this::tell);
  }

  void close() {
    if (telling != null) telling.interrupt();
  }

  private void tell() throws InterruptedException {
    while (true) {
      var transfer = notices.take();
      try {
        switch (transfer.state()) {
          case FINISHED -> listener.finished(transfer);
          case FAILED -> listener.failed(transfer);
          case OFFERED, WAITING, RUNNING, PAUSED, DECLINED, CANCELLED ->
              listener.progressed(transfer);
        }
      } catch (RuntimeException e) {
        System.getLogger("paloma.transfer").log(System.Logger.Level.ERROR, "a listener failed", e);
      }
    }
  }

  /** Adds new transfers of one offer; those that are known stay as they are. */
  synchronized void add(List<Transfer> transfers) {
    store.add(transfers, tasks.time().now().toEpochMilli());
    for (var transfer : transfers) {
      var key = Key.of(transfer);
      store
          .find(key.offer, key.peer)
          .filter(row -> !row.transfer().state().ended())
          .ifPresent(row -> live.putIfAbsent(key, row));
    }
  }

  /** A transfer that goes on. */
  Optional<Transfer> live(MessageId offer, DeviceId peer) {
    return Optional.ofNullable(live.get(new Key(offer, peer))).map(TransferStore.Row::transfer);
  }

  List<Transfer> live(Transfer.Direction direction) {
    return live.values().stream()
        .map(TransferStore.Row::transfer)
        .filter(t -> t.direction() == direction)
        .toList();
  }

  Optional<TransferStore.Row> find(MessageId offer, DeviceId peer) {
    var row = live.get(new Key(offer, peer));
    return row != null ? Optional.of(row) : store.find(offer, peer);
  }

  List<Transfer> of(MessageId offer) {
    return fresh(store.of(offer));
  }

  List<Transfer> list(boolean ended) {
    return fresh(store.list(ended));
  }

  /** The database knows the order, memory the speed. */
  private List<Transfer> fresh(List<TransferStore.Row> rows) {
    var transfers = new ArrayList<Transfer>(rows.size());
    for (var row : rows) {
      transfers.add(live.getOrDefault(Key.of(row.transfer()), row).transfer());
    }
    return List.copyOf(transfers);
  }

  /** Changes a transfer; a step to what it already is changes nothing. */
  Transfer change(MessageId offer, DeviceId peer, UnaryOperator<Transfer> step) {
    return change(offer, peer, step, null);
  }

  /** The same, with the folder that the person chose. */
  synchronized Transfer change(
      MessageId offer, DeviceId peer, UnaryOperator<Transfer> step, Path target) {
    var key = new Key(offer, peer);
    var old = find(offer, peer).orElseThrow();
    var next = step.apply(old.transfer());
    if (next.equals(old.transfer())) return next;
    var row = new TransferStore.Row(next, target == null ? old.target() : target);
    store.update(row);
    if (next.state().ended()) {
      live.remove(key);
      paces.remove(key);
    } else {
      live.put(key, row);
    }
    if (next.state() != Transfer.State.RUNNING) paces.remove(key);
    notices.add(next);
    return next;
  }

  /** Notes how far a running transfer is; not durable: the journal is. */
  void progress(MessageId offer, DeviceId peer, long done) {
    var key = new Key(offer, peer);
    if (!live.containsKey(key)) return;
    var pace = paces.computeIfAbsent(key, _ -> new Pace());
    synchronized (pace) {
      if (!pace.due(tasks.time().nanos(), done)) return;
    }
    var row =
        live.computeIfPresent(
            key,
            (_, old) ->
                old.transfer().state() == Transfer.State.RUNNING
                    ? new TransferStore.Row(old.transfer().running(done, pace.rate()), old.target())
                    : old);
    if (row != null && row.transfer().state() == Transfer.State.RUNNING) {
      notices.add(row.transfer());
    }
  }
}
