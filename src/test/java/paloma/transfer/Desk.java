package paloma.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import paloma.frames.Frame;
import paloma.frames.FrameReader;
import paloma.frames.FrameWriter;
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
import paloma.work.WoundTime;

/** One person with a database and a download folder; can be killed and opened again. */
final class Desk implements AutoCloseable, TransferListener {
  private static final long PATIENCE_SECONDS = 30;

  final Signing signing;
  final Path home;
  final Path downloads;
  final BlockingQueue<Transfer> told = new LinkedBlockingQueue<>();
  final SystemTime time = new SystemTime();
  final Tasks tasks;
  final Database database;
  final Transfers transfers;
  volatile Desk other;
  volatile long stall = Long.MAX_VALUE;
  volatile UnaryOperator<Frame> tamper;
  final List<MemoryLink> links = new CopyOnWriteArrayList<>();

  Desk(Signing signing, Path home) throws IOException {
    this(signing, home, null);
  }

  /**
   * @param wound the clock of this person; null for the system's
   */
  Desk(Signing signing, Path home, WoundTime wound) throws IOException {
    tasks = new Tasks(wound != null ? wound : time);
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
    pair.dialled().to().stallAfter(stall);
    stall = Long.MAX_VALUE;
    var served = pair.dialled();
    if (tamper != null) {
      var behind = MemoryLink.pair(id(), peer);
      relay(pair.dialled(), behind.dialler(), frame -> frame);
      relay(behind.dialler(), pair.dialled(), tamper);
      served = behind.dialled();
    }
    var link = served;
    there.tasks.start("served", () -> there.transfers.serve(link));
    links.add(pair.dialler());
    return pair.dialler();
  }

  /** Passes frames on, each as the rule has it; null is dropped. */
  private void relay(MemoryLink from, MemoryLink to, UnaryOperator<Frame> rule) {
    tasks.start(
        "relay",
        () -> {
          try {
            var in = new FrameReader(from.in());
            var out = new FrameWriter(to.out());
            while (true) {
              var frame = rule.apply(in.read());
              if (frame != null) out.send(frame);
            }
          } catch (IOException e) {
            from.close();
            to.close();
          }
        });
  }

  /** The same person after a kill: another process on a copy of the database as it is now. */
  Desk killed(Path newHome) throws IOException {
    Files.createDirectories(newHome);
    for (var name : List.of("paloma.db", "paloma.db-wal")) {
      Files.copy(home.resolve(name), newHome.resolve(name));
    }
    tasks.close();
    links.forEach(MemoryLink::close);
    var again = new Desk(signing, newHome);
    again.other = other;
    return again;
  }

  /** Bytes that came over all links. */
  long received() {
    return links.stream().mapToLong(link -> link.from().written()).sum();
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
