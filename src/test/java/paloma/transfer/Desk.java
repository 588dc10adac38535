package paloma.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.MessageId;
import paloma.model.Signing;
import paloma.model.Transfer;
import paloma.store.Database;
import paloma.store.TransferStore;
import paloma.wire.Link;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** One person with a database and a download folder; can be killed and opened again. */
final class Desk implements AutoCloseable, TransferListener {
  private static final long PATIENCE_SECONDS = 30;

  final Signing signing;
  final Path home;
  final Path downloads;
  final BlockingQueue<Transfer> told = new LinkedBlockingQueue<>();
  final SystemTime time = new SystemTime();
  final Tasks tasks = new Tasks(time);
  final Database database;
  final Transfers transfers;
  volatile Desk other;
  volatile Link lastLink;

  Desk(Signing signing, Path home) throws IOException {
    this.signing = signing;
    this.home = home;
    Files.createDirectories(home);
    downloads = home.resolve("downloads");
    database = new Database(home.resolve("paloma.db"), tasks);
    database.start();
    transfers =
        new Transfers(
            new TransferStore(database), tasks, this::dial, signing, () -> downloads, this);
  }

  DeviceId id() {
    return signing.ourselves();
  }

  private Link dial(DeviceId peer) throws IOException {
    var there = other;
    if (there == null || !there.id().equals(peer)) throw new IOException("not there");
    var pair = MemoryLink.pair(id(), peer);
    there.tasks.start("served", () -> serve(there, pair.dialled()));
    lastLink = pair.dialler();
    return pair.dialler();
  }

  private static void serve(Desk there, Link link) {
    try {
      there.transfers.serve(link);
    } catch (IOException e) {
      System.getLogger("paloma.test").log(System.Logger.Level.DEBUG, "link ended", e);
    }
  }

  /** Offers to the other and lets it know. */
  MessageId offer(Desk to, Path... paths) {
    var offer = MessageId.random();
    var out = transfers.prepare(List.of(paths));
    var conversation = ConversationId.between(id(), to.id());
    transfers.offered(offer, conversation, List.of(to.id()), out);
    to.transfers.received(offer, conversation, id(), new Body.Offer(offer, "", out.summary()));
    return offer;
  }

  Transfer await(MessageId offer, Transfer.State state) throws InterruptedException {
    return await(t -> t.offer().equals(offer) && t.state() == state);
  }

  Transfer await(Predicate<Transfer> that) throws InterruptedException {
    while (true) {
      var transfer = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (transfer == null) throw new AssertionError("nothing was told");
      if (that.test(transfer)) return transfer;
    }
  }

  Transfer only(MessageId offer) {
    return transfers.of(offer).getFirst();
  }

  /** A kill: nothing gets to say goodbye. */
  void kill() {
    tasks.close();
    if (lastLink != null) lastLink.close();
  }

  @Override
  public void progressed(Transfer transfer) {
    told.add(transfer);
  }

  @Override
  public void finished(Transfer transfer) {
    told.add(transfer);
  }

  @Override
  public void failed(Transfer transfer) {
    told.add(transfer);
  }

  @Override
  public void close() {
    transfers.close();
    database.close();
    tasks.close();
    time.close();
  }
}
