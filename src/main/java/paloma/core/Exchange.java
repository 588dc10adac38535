package paloma.core;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import paloma.log.Timeline;
import paloma.model.Body;
import paloma.model.Body.Verdict;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.model.Query;
import paloma.model.Signing;
import paloma.model.Transfer;
import paloma.peers.PeerBook;
import paloma.store.Database;
import paloma.store.TransferStore;
import paloma.transfer.Standing;
import paloma.transfer.TransferListener;
import paloma.transfer.Transfers;
import paloma.wire.Link;
import paloma.work.Tasks;

/**
 * Offers between the logs and the transfers: an offer and what becomes of it are said as events,
 * the bytes are pulled over links of their own. Thread-safe.
 */
final class Exchange implements TransferListener {
  private static final System.Logger LOG = System.getLogger("paloma.core");

  /** Offers and transfers looked at after a start: whatever was missed is among the newest. */
  private static final int LOOK_BACK = 500;

  private final TextFiles texts;
  private final DeviceId ourselves;
  private final Tasks tasks;
  private final PeerBook peers;
  private final Timeline timeline;
  private final Notices notices;
  private final Supplier<AcceptRule> rule;
  private final Transfers transfers;
  private final OpenOffers open;
  private Correspondence correspondence;
  private Neighbourhood neighbourhood;

  Exchange(
      Setup setup,
      Database database,
      Signing signing,
      PeerBook peers,
      Timeline timeline,
      Notices notices) {
    texts = new TextFiles(setup.profile(), setup.tasks().time());
    ourselves = signing.ourselves();
    tasks = setup.tasks();
    this.peers = peers;
    this.timeline = timeline;
    this.notices = notices;
    rule = setup.accept();
    transfers =
        new Transfers(
            new TransferStore(database),
            tasks,
            peer -> neighbourhood.dialFiles(peer),
            signing,
            setup.downloads(),
            this);
    open = new OpenOffers(timeline, transfers);
  }

  void start(Correspondence correspondence, Neighbourhood neighbourhood) {
    this.correspondence = correspondence;
    this.neighbourhood = neighbourhood;
    var ended = transfers.list(true);
    transfers.start();
    tasks.start("missed-consequences", () -> missed(ended));
  }

  /** Offers files; the event that says so is durable when this returns. */
  Message offer(ConversationId to, List<DeviceId> others, List<Path> paths) {
    return offer(to, others, paths, "");
  }

  private Message offer(ConversationId to, List<DeviceId> others, List<Path> paths, String note) {
    var outgoing = transfers.prepare(paths);
    var body = new Body.Offer(MessageId.random(), note, outgoing.summary());
    // Known before it is said: a receiver may ask for it at once.
    transfers.offered(body.id(), to, others, outgoing);
    return Database.await(correspondence.say(to, others, body));
  }

  /** A text too long for a message goes as a text file. */
  Message offerText(ConversationId to, List<DeviceId> others, String text) {
    return offer(to, others, List.of(texts.write(text)), TextFiles.note(text));
  }

  /** A row of the timeline: if somebody offers us something, it is remembered, once. */
  void offered(Message message) {
    var opened = open.open(message);
    if (opened.isEmpty()) return;
    var transfer = opened.get();
    notices.post(new Notice.OfferReceived(message, transfer));
    var trust = peers.trustOf(message.author());
    if (transfer.state() == Transfer.State.OFFERED && rule.get().accepts(trust)) {
      accepted(transfer.offer(), null);
    }
  }

  /** An offer was decided about: the next ones of that peer that wait for their turn are opened. */
  private void decided(Transfer transfer) {
    tasks.start("next-offers", () -> openNext(transfer.conversation(), transfer.peer()));
  }

  private void openNext(ConversationId in, DeviceId from) {
    var next = open.next(in, from);
    if (next.isEmpty()) return;
    var verdicts = timeline.verdicts(in, from);
    for (; next.isPresent(); next = open.next(in, from)) {
      var message = next.get();
      if (verdicts.getOrDefault(message.id(), List.of()).contains(Verdict.WITHDRAWN)) {
        open.force(message);
        transfers.verdict(message.id(), from, Verdict.WITHDRAWN);
      } else {
        offered(message);
      }
    }
  }

  /**
   * An event and what follows from it are two commits, and a process may end between them: made
   * good at the next start.
   */
  private void missed(List<Transfer> ended) {
    var offers = new Query(null, null, null, null, null, null, "files", LOOK_BACK);
    timeline.messages(offers).forEach(this::offered);
    var said = new Said();
    for (var transfer : transfers.list(false)) {
      said.of(transfer, transfer.peer())
          .forEach(v -> transfers.verdict(transfer.offer(), transfer.peer(), v));
    }
    ended.stream()
        .limit(LOOK_BACK)
        .filter(t -> t.direction() == Transfer.Direction.IN)
        .forEach(transfer -> sayWhatWasNot(transfer, said));
  }

  /** Says how an offer to us ended, if we have not and the offerer does not know anyway. */
  private void sayWhatWasNot(Transfer transfer, Said said) {
    var verdict =
        switch (transfer.state()) {
          case FINISHED -> Verdict.FINISHED;
          case DECLINED -> Verdict.DECLINED;
          case CANCELLED -> Verdict.CANCELLED;
          case OFFERED, WAITING, RUNNING, PAUSED, FAILED -> null;
        };
    boolean known =
        verdict == null
            || said.of(transfer, ourselves).contains(verdict)
            || said.of(transfer, transfer.peer()).contains(Verdict.WITHDRAWN);
    if (!known) say(transfer, verdict);
  }

  /** What was said of offers, each log read once: years of transfers may share one. */
  private final class Said {
    private record Log(ConversationId conversation, DeviceId author) {}

    private final Map<Log, Map<MessageId, List<Verdict>>> logs = new HashMap<>();

    List<Verdict> of(Transfer transfer, DeviceId author) {
      return logs.computeIfAbsent(
              new Log(transfer.conversation(), author),
              log -> timeline.verdicts(log.conversation, log.author))
          .getOrDefault(transfer.offer(), List.of());
    }
  }

  void verdict(DeviceId from, Body.OfferState state) {
    if (state.verdict() == Verdict.WITHDRAWN) {
      open.waiting(state.offer()).filter(m -> m.author().equals(from)).ifPresent(open::force);
    }
    transfers.verdict(state.offer(), from, state.verdict());
    if (state.verdict() == Verdict.WITHDRAWN) transfers.of(state.offer()).forEach(this::decided);
  }

  Transfer accept(MessageId offer, Path into) {
    open.waiting(offer).ifPresent(open::force);
    var transfer = accepted(offer, into);
    decided(transfer);
    return transfer;
  }

  private Transfer accepted(MessageId offer, Path into) {
    var transfer = transfers.accept(offer, into);
    correspondence.met(transfer.peer());
    say(transfer, Verdict.ACCEPTED);
    return transfer;
  }

  Transfer decline(MessageId offer) {
    open.waiting(offer).ifPresent(open::force);
    var transfer = transfers.decline(offer);
    if (transfer.state() == Transfer.State.DECLINED) say(transfer, Verdict.DECLINED);
    decided(transfer);
    return transfer;
  }

  Transfer cancel(MessageId offer) {
    var transfer = transfers.cancel(offer);
    for (var each : transfers.of(offer)) {
      if (each.state() != Transfer.State.CANCELLED) continue;
      say(each, each.direction() == Transfer.Direction.IN ? Verdict.CANCELLED : Verdict.WITHDRAWN);
    }
    decided(transfer);
    return transfer;
  }

  private void say(Transfer transfer, Verdict verdict) {
    var _ =
        correspondence.say(
            transfer.conversation(),
            List.of(transfer.peer()),
            new Body.OfferState(MessageId.random(), transfer.offer(), verdict));
  }

  Standing standing() {
    return transfers.standing();
  }

  List<Transfer> list(boolean ended) {
    return transfers.list(ended);
  }

  /** The files of an offer that can be offered again: our own, or what came of somebody else's. */
  List<Path> whereItLies(MessageId offer) {
    var paths = transfers.whereItLies(offer);
    if (paths.isEmpty() || !paths.stream().allMatch(Files::exists)) {
      throw Problem.failed("files-gone").exception();
    }
    return paths;
  }

  List<Transfer> of(MessageId offer) {
    return transfers.of(offer);
  }

  /** Answers a files link in a task of its own. */
  void serve(Link link) {
    tasks.start(
        "serve-" + link.number(),
        () -> {
          try (link) {
            transfers.serve(link);
          } catch (IOException e) {
            LOG.log(Level.DEBUG, "files link {0} ended: {1}", link.number(), e.toString());
          }
        });
  }

  void reachable(DeviceId peer) {
    transfers.reachable(peer);
  }

  @Override
  public void progressed(Transfer transfer) {
    notices.post(new Notice.TransferProgress(transfer));
  }

  @Override
  public void finished(Transfer transfer) {
    notices.post(new Notice.TransferFinished(transfer));
    if (transfer.direction() == Transfer.Direction.IN) say(transfer, Verdict.FINISHED);
  }

  @Override
  public void failed(Transfer transfer) {
    notices.post(new Notice.TransferFailed(transfer));
  }

  void close() {
    transfers.close();
  }
}
