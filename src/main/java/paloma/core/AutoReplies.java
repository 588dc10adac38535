package paloma.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import paloma.log.Timeline;
import paloma.model.AutoBody;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.CanonicalWriter;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Presence;
import paloma.model.Query;
import paloma.model.SealedBody;
import paloma.model.VerbBody;
import paloma.peers.PeerBook;
import paloma.store.Database;
import paloma.work.Time;

/**
 * Answers in the name of somebody who is not there: once to each person while one looks the same,
 * and again after half an hour. What was said automatically is never answered, so two programs do
 * not talk to each other. Called in the order of what arrives.
 */
final class AutoReplies {
  /** Somebody who writes on is not told the same thing with every line. */
  static final Duration AGAIN = Duration.ofMinutes(30);

  /** Messages looked through for the last answer. */
  private static final int LOOK_BACK = 200;

  private final DeviceId us;
  private final OwnProfile profile;
  private final Timeline timeline;
  private final PeerBook peers;
  private final Time time;
  private Correspondence correspondence;
  private volatile Function<Presence, String> texts = _ -> "";
  private Presence look;
  private Instant since;

  AutoReplies(DeviceId us, OwnProfile profile, Timeline timeline, PeerBook peers, Time time) {
    this.us = us;
    this.profile = profile;
    this.timeline = timeline;
    this.peers = peers;
    this.time = time;
  }

  void start(Correspondence correspondence) {
    this.correspondence = correspondence;
    look = profile.shown();
  }

  void answer(Function<Presence, String> texts) {
    this.texts = texts;
  }

  /** We look like this now. */
  synchronized void presence(Presence now) {
    if (now == look) return;
    look = now;
    since = time.now();
  }

  /** A message has come: answers it if that is due. Blocks until the answer is durable. */
  void arrived(Message message) {
    if (message.own() || message.facts().recalled() || !answerable(message.body())) return;
    var peer = message.author();
    if (!message.conversation().equals(ConversationId.between(us, peer)) || !welcome(peer)) return;
    var text = text();
    if (text.isBlank() || !due(last(message.conversation()), changed(), time.now())) return;
    var body = new AutoBody.AutoReply(MessageId.random(), text);
    Database.await(correspondence.say(message.conversation(), List.of(peer), body));
  }

  private static boolean answerable(Body body) {
    return switch (body) {
      case Body.Text _, Body.Offer _, SealedBody.Sealed _, VerbBody.RichText _ -> true;
      case Body.OfferState _,
          SealedBody.Opened _,
          Body.Unknown _,
          AutoBody _,
          VerbBody _,
          BoardBody _,
          GroupBody _ ->
          false;
    };
  }

  private boolean welcome(DeviceId peer) {
    return switch (peers.trustOf(peer)) {
      case NEW, KNOWN, VERIFIED, VOUCHED -> true;
      case CHANGED, BLOCKED -> false;
    };
  }

  /** Somebody invisible would be seen by an answer, and somebody there answers themself. */
  private String text() {
    var shown = profile.shown();
    return switch (shown) {
      case AWAY, BUSY, DND -> cut(texts.apply(shown).strip());
      case ONLINE, INVISIBLE, OFFLINE -> "";
    };
  }

  private static String cut(String text) {
    return CanonicalWriter.utf8(text).length <= Body.MAX_TEXT ? text : "";
  }

  private Optional<Instant> last(ConversationId in) {
    return timeline.messages(Query.latest(in, LOOK_BACK)).stream()
        .filter(m -> m.own() && m.body() instanceof AutoBody.AutoReply)
        .map(Message::received)
        .reduce((_, latest) -> latest);
  }

  private synchronized Optional<Instant> changed() {
    return Optional.ofNullable(since);
  }

  /** Whether an answer is due, after the last one and the last change of how we look. Pure. */
  static boolean due(Optional<Instant> last, Optional<Instant> changed, Instant now) {
    return last.isEmpty()
        || !now.isBefore(last.get().plus(AGAIN))
        || changed.isPresent() && last.get().isBefore(changed.get());
  }
}
