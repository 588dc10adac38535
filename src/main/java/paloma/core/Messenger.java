package paloma.core;

import java.nio.file.Path;
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
import paloma.model.Body;
import paloma.model.CanonicalWriter;
import paloma.model.Conversation;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Profile;
import paloma.model.Query;
import paloma.model.Transfer;
import paloma.model.Trust;
import paloma.peers.Directory;
import paloma.store.Database;

/**
 * All that a front-end can ask. Thread-safe; methods may block for a commit, never for a network.
 * What can't be done throws {@link paloma.model.ProblemException}.
 */
public final class Messenger implements AutoCloseable {
  /** The word for oneself, where somebody is to be named. */
  private static final String OURSELVES = "me";

  private final Parts parts;
  private final Identity identity;

  private Messenger(Parts parts) {
    this.parts = parts;
    identity = parts.setup.identity();
  }

  /** Opens the database of a profile and builds a messenger on it; {@link #start} begins. */
  public static Messenger open(Setup setup) {
    return new Messenger(Parts.open(setup));
  }

  /** Opens the ports, announces us and listens. */
  public void start() {
    parts.start();
  }

  /** Notices from now on, in order, on the notices thread; the listener must not block. */
  public AutoCloseable listen(Consumer<Notice> listener) {
    return parts.notices.listen(listener);
  }

  public Peer me() {
    var mine = parts.profile.profile();
    var id = identity.id();
    return new Peer(
        id,
        List.of(id),
        mine,
        parts.profile.shown(),
        Trust.VERIFIED,
        "secure",
        List.of(),
        parts.setup.tasks().time().now());
  }

  /** The safety number of our key: 60 digits in groups of five. */
  public String fingerprint() {
    return SafetyNumber.of(identity.id());
  }

  public Profile changeProfile(UnaryOperator<Profile> change) {
    var changed = parts.profile.change(change);
    parts.appearance.changed();
    return changed;
  }

  /** Everybody ever met, present ones first, then by name. */
  public List<Peer> peers() {
    return parts.peers.all().stream()
        .sorted(
            Comparator.comparing((Peer p) -> !p.present())
                .thenComparing(Peer::name)
                .thenComparing(Peer::id))
        .toList();
  }

  public Optional<Peer> peer(DeviceId id) {
    if (id.equals(identity.id())) return Optional.of(me());
    return parts.peers.peer(id).or(() -> parts.archive.legacy(id));
  }

  /** The person somebody means by an id, its beginning, a name or name@host. */
  public Peer resolvePeer(String words) {
    return Directory.find(parts.peers.all(), words);
  }

  /** The person whose id this is or begins so. */
  public Peer resolveId(String words) {
    return Directory.withId(parts.peers.all(), words);
  }

  /** By its id or by whom it is with; {@code me} is the one with oneself. */
  public ConversationId resolveConversation(String words) {
    if (words.equalsIgnoreCase(OURSELVES)) return conversationWith(identity.id());
    return parts.timeline.conversations().stream()
        .filter(c -> c.text().equalsIgnoreCase(words))
        .findFirst()
        .or(() -> parts.groups.resolve(words))
        .or(() -> parts.boards.resolve(words))
        .orElseGet(() -> conversationWith(resolvePeer(words).id()));
  }

  public Peer trust(DeviceId id, Trust trust) {
    var peer = parts.peers.trust(id, trust);
    parts.notices.post(new Notice.TrustChanged(peer));
    if (trust != Trust.BLOCKED) parts.correspondence.resume(id);
    return peer;
  }

  /** Dials an address a person typed, and again while nobody answers there. */
  public void addAddress(Endpoint at) {
    parts.neighbourhood.addAddress(at);
  }

  public ConversationId conversationWith(DeviceId peer) {
    return parts.correspondence.with(peer);
  }

  /** Conversations in which something was said, newest first. */
  public List<Conversation> conversations() {
    return parts.timeline.conversations().stream()
        .filter(parts.groups::isShown)
        .map(parts.timeline::conversation)
        // Its only message may have been deleted between the two looks.
        .filter(c -> c.last() != null)
        .sorted(
            Comparator.comparing((Conversation c) -> c.last().received())
                .thenComparing(Conversation::id)
                .reversed())
        .toList();
  }

  public Conversation conversation(ConversationId id) {
    return parts.timeline.conversation(id);
  }

  /** Says something; durable when this returns. Text above 32 KiB becomes a text file. */
  public Message say(ConversationId to, String text) {
    return Database.await(sayLater(to, text));
  }

  /** The same with what the words answer and whom they call. */
  public Message say(ConversationId to, Saying saying) {
    return Database.await(sayLater(to, saying));
  }

  /** Says something; complete when it is durable. What is said first stands first. */
  public CompletableFuture<Message> sayLater(ConversationId to, String text) {
    return sayLater(to, Saying.of(text));
  }

  /** Says something that answers or calls somebody; else as any other words. */
  public CompletableFuture<Message> sayLater(ConversationId to, Saying saying) {
    return parts.speech.later(to, saying);
  }

  /** Whether a text is sent as a message; a longer one becomes a text file. */
  public static boolean fits(String text) {
    return CanonicalWriter.utf8(text).length <= Body.MAX_TEXT;
  }

  public Optional<Message> message(MessageId id) {
    return parts.timeline.message(id);
  }

  /** Oldest first. */
  public List<Message> messages(Query query) {
    return parts.timeline.messages(query).stream().filter(parts.sight::shows).toList();
  }

  /** Everything in the conversation was seen here. */
  public Conversation read(ConversationId id) {
    return parts.verbs.read(id);
  }

  public Delivery delivery(MessageId id) {
    return parts.deliveries.of(id);
  }

  /** Waits until a message has come so far; what has come of it when patience ran out. */
  public Delivery awaitDelivery(MessageId id, Message.State state, Duration patience)
      throws InterruptedException {
    return parts.deliveries.await(id, state, patience);
  }

  /** Offers files and folders; instant, whatever their size. */
  public Message offer(ConversationId to, List<Path> paths) {
    return parts.exchange.offer(to, parts.speech.listeners(to), paths);
  }

  public List<Transfer> transfers(boolean ended) {
    return parts.exchange.list(ended);
  }

  /** The transfers of one offer: one incoming, or one for each recipient. */
  public List<Transfer> transfersOf(MessageId offer) {
    return parts.exchange.of(offer);
  }

  /** Accepts an incoming offer; {@code into} null is the download folder. */
  public Transfer accept(MessageId offer, Path into) {
    return parts.exchange.accept(offer, into);
  }

  public Transfer decline(MessageId offer) {
    return parts.exchange.decline(offer);
  }

  /** Ends a transfer from either side. */
  public Transfer cancel(MessageId offer) {
    return parts.exchange.cancel(offer);
  }

  /** How we appear to others, and their pictures. */
  public Appearance appearance() {
    return parts.appearance;
  }

  /** What one can do with messages and conversations that are there. */
  public Verbs verbs() {
    return parts.verbs;
  }

  /** Conversations of several. */
  public Groups groups() {
    return parts.groups;
  }

  /** Finds messages, people and conversations. */
  public Search search() {
    return parts.search;
  }

  /** What one announces to many. */
  public Announcements announcements() {
    return parts.announcements;
  }

  /** The newer Paloma that colleagues pass on. */
  public Updates updates() {
    return parts.updates;
  }

  /** Mail for absent people that waits with colleagues. */
  public Courier courier() {
    return parts.courier;
  }

  /** Sealed messages, and the app password for the locked ones. */
  public SealedMessages sealed() {
    return parts.sealed;
  }

  /** History as files: exports, imports, backups, and what is kept how long. */
  public Archive archive() {
    return parts.archive;
  }

  public Status status() {
    return parts.gauges.status(parts.profile.profile(), parts.setup);
  }

  public Metrics metrics() {
    return parts.gauges.metrics();
  }

  /** Local checks; with a peer also what can be said about the way to it. */
  public List<Check> doctor(Optional<DeviceId> about) {
    return parts.gauges.checks(parts.profile.profile().host(), about);
  }

  /** Says goodbye and closes everything; returns within two seconds. */
  @Override
  public void close() {
    parts.close();
  }
}
