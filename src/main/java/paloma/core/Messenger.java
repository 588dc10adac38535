package paloma.core;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import paloma.doctor.Check;
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

/**
 * All that a front-end can ask. Thread-safe; methods may block for a commit, never for a network.
 * What can't be done throws {@link paloma.model.ProblemException}.
 */
public final class Messenger implements AutoCloseable {
  private static UnsupportedOperationException soon() {
    return new UnsupportedOperationException();
  }

  public void start() {
    throw soon();
  }

  /** Notices from now on, in order, on the notices thread; the listener must not block. */
  public AutoCloseable listen(Consumer<Notice> listener) {
    throw soon();
  }

  public Peer me() {
    throw soon();
  }

  /** The safety number of our key: 60 digits in groups of five. */
  public String fingerprint() {
    throw soon();
  }

  public Profile changeProfile(UnaryOperator<Profile> change) {
    throw soon();
  }

  /** Everybody ever met, present ones first. */
  public List<Peer> peers() {
    throw soon();
  }

  public Optional<Peer> peer(DeviceId id) {
    throw soon();
  }

  /** The person somebody means by an id, its beginning, a name or name@host. */
  public Peer resolvePeer(String words) {
    throw soon();
  }

  public ConversationId resolveConversation(String words) {
    throw soon();
  }

  public Peer trust(DeviceId id, Trust trust) {
    throw soon();
  }

  /** Dials an address a person typed and remembers it for this run. */
  public void addAddress(Endpoint at) {
    throw soon();
  }

  public ConversationId conversationWith(DeviceId peer) {
    throw soon();
  }

  /** Conversations in which something was said, newest first. */
  public List<Conversation> conversations() {
    throw soon();
  }

  public Conversation conversation(ConversationId id) {
    throw soon();
  }

  /** Says something; durable when this returns. Text above 32 KiB becomes a text file. */
  public Message say(ConversationId to, String text) {
    throw soon();
  }

  public Optional<Message> message(MessageId id) {
    throw soon();
  }

  /** Oldest first. */
  public List<Message> messages(Query query) {
    throw soon();
  }

  /** Everything in the conversation was seen here. */
  public Conversation read(ConversationId id) {
    throw soon();
  }

  public Delivery delivery(MessageId id) {
    throw soon();
  }

  /** Waits until a message has come so far; what has come of it when patience ran out. */
  public Delivery awaitDelivery(MessageId id, Message.State state, Duration patience)
      throws InterruptedException {
    throw soon();
  }

  /** Offers files and folders; instant, whatever their size. */
  public Message offer(ConversationId to, List<Path> paths) {
    throw soon();
  }

  public List<Transfer> transfers(boolean ended) {
    throw soon();
  }

  /** The transfers of one offer: one incoming, or one for each recipient. */
  public List<Transfer> transfersOf(MessageId offer) {
    throw soon();
  }

  /** Accepts an incoming offer; {@code into} null is the download folder. */
  public Transfer accept(MessageId offer, Path into) {
    throw soon();
  }

  public Transfer decline(MessageId offer) {
    throw soon();
  }

  /** Ends a transfer from either side. */
  public Transfer cancel(MessageId offer) {
    throw soon();
  }

  public Status status() {
    throw soon();
  }

  public Metrics metrics() {
    throw soon();
  }

  /** Local checks; with a peer also what can be said about the way to it. */
  public List<Check> doctor(Optional<DeviceId> about) {
    throw soon();
  }

  @Override
  public void close() {
    throw soon();
  }
}
