package paloma.core;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import paloma.doctor.Check;
import paloma.identity.Identity;
import paloma.identity.SafetyNumber;
import paloma.log.Logs;
import paloma.log.Markers;
import paloma.log.Timeline;
import paloma.model.Body;
import paloma.model.CanonicalWriter;
import paloma.model.Conversation;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.model.Profile;
import paloma.model.Query;
import paloma.model.Transfer;
import paloma.model.Trust;
import paloma.peers.Directory;
import paloma.peers.PeerBook;
import paloma.store.Database;
import paloma.store.DeviceStore;
import paloma.store.LogStore;
import paloma.store.MarkerStore;
import paloma.store.OwnStore;
import paloma.store.TimelineStore;
import paloma.sync.SyncLink;
import paloma.wire.Wire;
import paloma.work.Tasks;

/**
 * All that a front-end can ask. Thread-safe; methods may block for a commit, never for a network.
 * What can't be done throws {@link paloma.model.ProblemException}.
 */
public final class Messenger implements AutoCloseable {
  private static final String BOOT = "boot";

  private final Setup setup;
  private final Identity identity;
  private final Tasks tasks;
  private final Database database;
  private final OwnStore own = new OwnStore();
  private final PeerBook peers;
  private final Logs logs;
  private final Timeline timeline;
  private final OwnProfile profile;
  private final Notices notices;
  private final ConversationNews news;
  private final Deliveries deliveries;
  private final Exchange exchange;
  private final Correspondence correspondence;
  private final Neighbourhood neighbourhood;
  private final Links links;
  private final Gauges gauges;
  private final Wire wire;

  private Messenger(Setup setup, Database database, long boot) {
    this.setup = setup;
    this.database = database;
    identity = setup.identity();
    tasks = setup.tasks();
    var time = tasks.time();
    var us = identity.id();
    var logStore = new LogStore();
    var markerStore = new MarkerStore();
    var rows = new TimelineStore();
    peers = new PeerBook(database, new DeviceStore(), us, time);
    var keyring = new Keyring(identity, peers);
    logs = new Logs(database, logStore, rows, own, keyring, time);
    var markers = new Markers(database, markerStore, logStore, keyring);
    timeline = new Timeline(database, rows, logStore, markerStore, us);
    profile = new OwnProfile(database, own, keyring);
    notices = new Notices(tasks);
    deliveries = new Deliveries(timeline);
    exchange = new Exchange(setup, database, keyring, peers, notices);
    news = new ConversationNews(time, notices, timeline::conversation);
    correspondence =
        new Correspondence(
            database,
            logStore,
            logs,
            markers,
            timeline,
            peers,
            keyring,
            profile,
            notices,
            news,
            deliveries,
            exchange);
    long instance = new SecureRandom().nextLong();
    neighbourhood =
        new Neighbourhood(us, instance, peers, tasks, notices, correspondence, exchange);
    wire = setup.wire().make(identity, boot, instance);
    links =
        new Links(
            wire,
            peers,
            tasks,
            us,
            link -> new SyncLink(link, logs, markers, correspondence, us, tasks),
            neighbourhood::worthRetrying);
    gauges = new Gauges(database, logStore, tasks, wire, links, peers);
  }

  /** Opens the database of a profile and builds a messenger on it; {@link #start} begins. */
  public static Messenger open(Setup setup) {
    var file = setup.profile().resolve("paloma.db");
    var database = new Database(file, setup.tasks());
    try {
      database.start();
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("database-unreadable", file.toString()), e);
    }
    long boot = database.write(tx -> new OwnStore().next(tx, BOOT));
    return new Messenger(setup, database, boot);
  }

  /** Opens the ports, announces us and listens. */
  public void start() {
    logs.start();
    notices.start();
    profile.start(this::named);
    peers.start(neighbourhood);
    correspondence.start(links);
    neighbourhood.start(wire, links);
    exchange.start(correspondence, neighbourhood);
    wire.announce(profile.profile());
    try {
      wire.start(neighbourhood);
    } catch (IOException e) {
      throw new ProblemException(Problem.failed("no-network", String.valueOf(e.getMessage())), e);
    }
    setup.addresses().forEach(this::addAddress);
    notices.post(new Notice.Started(status()));
  }

  private Profile named(Profile old) {
    var first = setup.first();
    var kept = old.name().isBlank() ? first.account() : old.name();
    return old.withName(first.name() == null ? kept : first.name())
        .withDepartment(first.department() == null ? old.department() : first.department())
        .withHost(first.host());
  }

  /** Notices from now on, in order, on the notices thread; the listener must not block. */
  public AutoCloseable listen(Consumer<Notice> listener) {
    return notices.listen(listener);
  }

  public Peer me() {
    var mine = profile.profile();
    var id = identity.id();
    return new Peer(
        id,
        List.of(id),
        mine,
        mine.presence(),
        Trust.VERIFIED,
        "secure",
        List.of(),
        tasks.time().now());
  }

  /** The safety number of our key: 60 digits in groups of five. */
  public String fingerprint() {
    return SafetyNumber.of(identity.id());
  }

  public Profile changeProfile(UnaryOperator<Profile> change) {
    var changed = profile.change(change);
    wire.announce(changed);
    links.all().forEach(SyncLink::profileChanged);
    return changed;
  }

  /** Everybody ever met, present ones first, then by name. */
  public List<Peer> peers() {
    return peers.all().stream()
        .sorted(
            Comparator.comparing((Peer p) -> !p.present())
                .thenComparing(Peer::name)
                .thenComparing(Peer::id))
        .toList();
  }

  public Optional<Peer> peer(DeviceId id) {
    return id.equals(identity.id()) ? Optional.of(me()) : peers.peer(id);
  }

  /** The person somebody means by an id, its beginning, a name or name@host. */
  public Peer resolvePeer(String words) {
    return Directory.find(peers.all(), words);
  }

  public ConversationId resolveConversation(String words) {
    return timeline.conversations().stream()
        .filter(c -> c.text().equalsIgnoreCase(words))
        .findFirst()
        .orElseGet(() -> conversationWith(resolvePeer(words).id()));
  }

  public Peer trust(DeviceId id, Trust trust) {
    var peer = peers.trust(id, trust);
    notices.post(new Notice.TrustChanged(peer));
    if (trust != Trust.BLOCKED) correspondence.resume(id);
    return peer;
  }

  /** Dials an address a person typed, and again while nobody answers there. */
  public void addAddress(Endpoint at) {
    neighbourhood.addAddress(at);
  }

  public ConversationId conversationWith(DeviceId peer) {
    return correspondence.with(peer);
  }

  /** Conversations in which something was said, newest first. */
  public List<Conversation> conversations() {
    return timeline.conversations().stream()
        .map(timeline::conversation)
        .sorted(
            Comparator.comparing((Conversation c) -> c.last().received())
                .thenComparing(Conversation::id)
                .reversed())
        .toList();
  }

  public Conversation conversation(ConversationId id) {
    return timeline.conversation(id);
  }

  /** Says something; durable when this returns. Text above 32 KiB becomes a text file. */
  public Message say(ConversationId to, String text) {
    return Database.await(sayLater(to, text));
  }

  /** Says something; complete when it is durable. What is said first stands first. */
  public CompletableFuture<Message> sayLater(ConversationId to, String text) {
    if (text.isBlank()) throw Problem.usage("text-empty").exception();
    var others = correspondence.others(to);
    if (others.isEmpty()) throw Problem.unknown("unknown-conversation", to.text()).exception();
    if (others.stream().anyMatch(this::blocked)) throw Problem.refused("peer-blocked").exception();
    others.forEach(correspondence::met);
    if (!fits(text)) {
      return CompletableFuture.completedFuture(exchange.offerText(to, others, text));
    }
    return correspondence.say(to, others, new Body.Text(MessageId.random(), text));
  }

  private boolean blocked(DeviceId id) {
    return peers.peer(id).map(p -> p.trust() == Trust.BLOCKED).orElse(false);
  }

  /** Whether a text is sent as a message; a longer one becomes a text file. */
  public static boolean fits(String text) {
    return CanonicalWriter.utf8(text).length <= Body.MAX_TEXT;
  }

  public Optional<Message> message(MessageId id) {
    return timeline.message(id);
  }

  /** Oldest first. */
  public List<Message> messages(Query query) {
    return timeline.messages(query);
  }

  /** Everything in the conversation was seen here. */
  public Conversation read(ConversationId id) {
    correspondence.read(id);
    return timeline.conversation(id);
  }

  public Delivery delivery(MessageId id) {
    return deliveries.of(id);
  }

  /** Waits until a message has come so far; what has come of it when patience ran out. */
  public Delivery awaitDelivery(MessageId id, Message.State state, Duration patience)
      throws InterruptedException {
    return deliveries.await(id, state, patience);
  }

  /** Offers files and folders; instant, whatever their size. */
  public Message offer(ConversationId to, List<Path> paths) {
    var others = correspondence.others(to);
    if (others.isEmpty()) throw Problem.unknown("unknown-conversation", to.text()).exception();
    others.forEach(correspondence::met);
    return exchange.offer(to, others, paths);
  }

  public List<Transfer> transfers(boolean ended) {
    return exchange.list(ended);
  }

  /** The transfers of one offer: one incoming, or one for each recipient. */
  public List<Transfer> transfersOf(MessageId offer) {
    return exchange.of(offer);
  }

  /** Accepts an incoming offer; {@code into} null is the download folder. */
  public Transfer accept(MessageId offer, Path into) {
    return exchange.accept(offer, into);
  }

  public Transfer decline(MessageId offer) {
    return exchange.decline(offer);
  }

  /** Ends a transfer from either side. */
  public Transfer cancel(MessageId offer) {
    return exchange.cancel(offer);
  }

  public Status status() {
    return gauges.status(identity.id(), profile.profile().name(), setup);
  }

  public Metrics metrics() {
    return gauges.metrics();
  }

  /** Local checks; with a peer also what can be said about the way to it. */
  public List<Check> doctor(Optional<DeviceId> about) {
    return gauges.checks(about);
  }

  /** Says goodbye and closes everything; returns within two seconds. */
  @Override
  public void close() {
    notices.post(new Notice.Stopping());
    exchange.close();
    peers.stop();
    links.close();
    wire.close();
    news.stop();
    database.close();
    notices.flush();
  }
}
