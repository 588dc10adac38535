package paloma.core;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import paloma.log.Logs;
import paloma.log.Markers;
import paloma.log.Outcome;
import paloma.log.OwnLogs;
import paloma.log.Page;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.Message;
import paloma.model.Problem;
import paloma.model.SealedBody;
import paloma.model.SignedProfile;
import paloma.model.Signing;
import paloma.model.Trust;
import paloma.peers.PeerBook;
import paloma.peers.RegisterCodec;
import paloma.store.Database;
import paloma.store.LogStore;
import paloma.sync.Neighbours;
import paloma.sync.SyncLink;

/**
 * What is said between us and others: between the logs, the links that carry them and the notices
 * that tell of them. Thread-safe.
 */
final class Correspondence implements Neighbours {
  private static final System.Logger LOG = System.getLogger("paloma.core");

  private final Database database;
  private final LogStore logStore;
  private final Logs logs;
  private final OwnLogs ownLogs;
  private final Markers markers;
  private final PeerBook peers;
  private final Signing signing;
  private final OwnProfile profile;
  private final Notices notices;
  private final ConversationNews news;
  private final Consequences consequences;
  private final Arrivals arrivals;
  private final Strangers strangers;
  private final Set<ConversationId> known = ConcurrentHashMap.newKeySet();
  private final Set<DeviceId> toldHeld = ConcurrentHashMap.newKeySet();
  private Links links;
  private Consumer<DeviceId> absent;

  Correspondence(
      Database database,
      LogStore logStore,
      Logs logs,
      OwnLogs ownLogs,
      Markers markers,
      PeerBook peers,
      Signing signing,
      OwnProfile profile,
      Notices notices,
      ConversationNews news,
      Consequences consequences,
      Arrivals arrivals) {
    this.database = database;
    this.logStore = logStore;
    this.logs = logs;
    this.ownLogs = ownLogs;
    this.markers = markers;
    this.peers = peers;
    this.signing = signing;
    this.profile = profile;
    this.notices = notices;
    this.news = news;
    this.consequences = consequences;
    this.arrivals = arrivals;
    strangers = new Strangers(database, logStore, peers);
  }

  /** The links need this object to be made, and it needs them: they come second. */
  void start(Links links, Consumer<DeviceId> absent) {
    this.links = links;
    this.absent = absent;
  }

  /** The conversation of us and one other device. */
  ConversationId with(DeviceId peer) {
    var us = signing.ourselves();
    var id = ConversationId.between(us, peer);
    // Known only when it is there: another thread may read it at once.
    if (!known.contains(id)) {
      database.write(tx -> {
        logStore.addConversation(tx, id, LogStore.ONE_TO_ONE, List.of(us, peer));
        return null;
      });
      known.add(id);
    }
    return id;
  }

  List<DeviceId> others(ConversationId id) {
    var us = signing.ourselves();
    return database.read(tx -> logStore.members(tx, id)).stream()
        .filter(m -> !m.equals(us))
        .toList();
  }

  /** Says something in a conversation; complete when it is durable. */
  CompletableFuture<Message> say(ConversationId to, List<DeviceId> others, Body body) {
    return ownLogs
        .append(to, body)
        .thenApply(appended -> {
          var message = message(appended, others.isEmpty());
          pushed(appended.log(), appended.seq(), others);
          if (!(body instanceof Body.OfferState || body instanceof SealedBody.Opened)) {
            notices.post(new Notice.MessageReceived(message));
            news.changed(to);
          }
          return message;
        });
  }

  /** What nobody else reads is read. */
  private static Message message(OwnLogs.Appended appended, boolean note) {
    var header = appended.said().header();
    var shown = java.time.Instant.ofEpochMilli(header.shownTime());
    return new Message(
        appended.said().body().id(),
        header.conversation(),
        header.author(),
        true,
        shown,
        shown,
        new Message.Position(header.order(), header.author(), header.epoch(), header.seq()),
        appended.said().body(),
        note ? Message.State.READ : Message.State.QUEUED);
  }

  private void pushed(LogId log, long seq, List<DeviceId> others) {
    for (var other : others) {
      links
          .with(other)
          .ifPresentOrElse(
              sync -> sync.advanced(log, seq),
              () -> {
                links.want(other);
                absent.accept(other);
              });
    }
  }

  /** Whether we have said something that this device has not stored. */
  boolean hasMailFor(DeviceId peer) {
    var us = signing.ourselves();
    return logs.extents(shared(peer)).stream()
        .filter(e -> e.log().author().equals(us))
        .anyMatch(e -> markers.delivered(e.log(), peer) < e.highest());
  }

  /** The person here has seen all of a conversation. */
  void read(ConversationId conversation) {
    for (var log : markers.read(conversation)) {
      links.with(log.author()).ifPresent(sync -> sync.markedSoon(log));
      news.changed(conversation);
    }
  }

  /** The person here had to do with this device: it is no stranger any more. */
  void met(DeviceId peer) {
    var trust = peers.peer(peer).map(p -> p.trust());
    if (trust.isEmpty() || trust.get() != Trust.NEW) return;
    notices.post(new Notice.TrustChanged(peers.trust(peer, Trust.KNOWN)));
    resume(peer);
  }

  /** What was held back is taken now. */
  void resume(DeviceId peer) {
    links.with(peer).ifPresent(SyncLink::resume);
  }

  @Override
  public List<ConversationId> shared(DeviceId peer) {
    return database.read(tx -> logStore.conversationsOf(tx, peer));
  }

  @Override
  public boolean mayCarry(DeviceId peer, LogId log) {
    var us = signing.ourselves();
    if (!log.conversation().equals(ConversationId.between(us, peer))) return false;
    if (!log.author().equals(us) && !log.author().equals(peer)) return false;
    with(peer);
    return true;
  }

  @Override
  public boolean stranger(DeviceId peer) {
    return strangers.includes(peer);
  }

  @Override
  public Optional<String> holdsBack(DeviceId peer, Page page) {
    return page.log().author().equals(signing.ourselves())
        ? Optional.empty()
        : strangers.holdsBack(peer, page.log().conversation());
  }

  @Override
  public void accepted(DeviceId peer, Outcome.Accepted accepted) {
    // The link that brought this may have been replaced while the commit ran.
    links.with(peer).ifPresent(sync -> sync.marked(accepted.log()));
    arrivals.add(() -> consequences.arrived(accepted));
  }

  @Override
  public void carried(DeviceId author, Outcome.Accepted accepted) {
    links.with(author).ifPresent(sync -> sync.marked(accepted.log()));
    arrivals.add(() -> consequences.carried(accepted));
  }

  @Override
  public void risen(DeviceId peer, Markers.Risen risen) {
    var log = risen.after().log();
    if (!log.author().equals(signing.ourselves())) return;
    long from = Math.min(risen.before().delivered(), risen.before().read()) + 1;
    if (risen.after().read() == risen.before().read()) from = risen.before().delivered() + 1;
    consequences.changed(log, from, risen.after().delivered());
  }

  @Override
  public void handedOver(DeviceId peer, LogId log, long sent) {
    var before = markers.delivered(log, peer);
    markers.handedOver(log, peer, sent, () -> consequences.changed(log, before + 1, sent));
  }

  @Override
  public void held(DeviceId peer, LogId log, String reason) {
    if (!toldHeld.add(peer)) return;
    var name = peers.peer(peer).map(p -> p.name()).orElse(peer.shortText());
    // The peer's word is not shown: it only chooses between two sentences of ours.
    var problem =
        reason.equals(Strangers.BLOCKED)
            ? Problem.refused("held-back-blocked", name)
            : Problem.refused("held-back-quota", name);
    notices.post(new Notice.ProblemArose(problem));
  }

  @Override
  public void forked(DeviceId peer, LogId log) {
    // A link that is replaced meanwhile must not keep its successor from hearing of the new epoch.
    arrivals.add(() -> leaveFork(peer, log));
  }

  private void leaveFork(DeviceId peer, LogId log) {
    var again = ownLogs.leaveFork(log, markers.delivered(log, peer));
    if (again.isEmpty()) return;
    LOG.log(Level.WARNING, "our log has another branch at {0}: said again in a new epoch", peer);
    var last = again.getLast();
    pushed(last.log(), last.seq(), others(log.conversation()));
    news.changed(log.conversation());
  }

  @Override
  public void register(DeviceId peer, SignedProfile register) {
    try {
      var said = RegisterCodec.decode(register.register());
      if (signing.verify(
          said.device(), RegisterCodec.CONTEXT, register.register(), register.signature())) {
        peers.register(said, register.register(), register.signature());
      }
    } catch (MalformedException e) {
      LOG.log(Level.WARNING, "profile from {0} is not one: {1}", peer, e.getMessage());
    }
  }

  @Override
  public SignedProfile ownRegister() {
    return profile.register();
  }

  @Override
  public void ended(SyncLink sync, String reason) {
    links.ended(sync);
  }
}
