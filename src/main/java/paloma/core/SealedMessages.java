package paloma.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import paloma.log.Timeline;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.model.SealedBody;
import paloma.store.Database;
import paloma.work.Time;

/**
 * Sealed messages (封书): said, opened, and who has opened them; and the app password that opens the
 * locked ones. Thread-safe.
 */
public final class SealedMessages {
  /** Somebody has opened a sealed message. */
  public record Opening(DeviceId reader, Instant time) {}

  private final Timeline timeline;
  private final Notices notices;
  private final AppPassword password;
  private final Correspondence correspondence;
  private final Speech speech;
  private final Time time;

  SealedMessages(
      Timeline timeline,
      Notices notices,
      AppPassword password,
      Correspondence correspondence,
      Speech speech,
      Time time) {
    this.timeline = timeline;
    this.notices = notices;
    this.password = password;
    this.correspondence = correspondence;
    this.speech = speech;
    this.time = time;
  }

  /** Says a sealed message; durable when this returns. */
  public Message say(ConversationId to, String text) {
    return Database.await(sayLater(to, text, false));
  }

  /**
   * Says something that is read only after it was opened; complete when it is durable.
   *
   * @param locked the reader needs their own app password
   */
  public CompletableFuture<Message> sayLater(ConversationId to, String text, boolean locked) {
    var others = speech.listeners(to, text);
    if (!Messenger.fits(text)) {
      throw Problem.usage("sealed-too-long", String.valueOf(Body.MAX_TEXT / 1024)).exception();
    }
    return correspondence.say(to, others, new SealedBody.Sealed(MessageId.random(), text, locked));
  }

  /**
   * Opens one, which its author is told; the message with its text. Opened again it stays as it is.
   *
   * @param given the app password, for a locked one
   */
  public Message open(MessageId id, Optional<String> given) {
    var message = sealed(id);
    var body = (SealedBody.Sealed) message.body();
    if (message.own() || body.opened() != null) return message;
    if (body.locked()) password.check(given);
    var in = message.conversation();
    Database.await(
        correspondence.say(
            in,
            correspondence.others(in),
            new SealedBody.Opened(MessageId.random(), id, time.now().toEpochMilli())));
    var opened = sealed(id);
    notices.post(new Notice.MessageChanged(opened));
    return opened;
  }

  /** Who has opened a sealed message, in the order of their times. */
  public List<Opening> openings(MessageId id) {
    var message = sealed(id);
    return timeline.openings(message).stream().map(o -> new Opening(o.reader(), o.time())).toList();
  }

  private Message sealed(MessageId id) {
    var message =
        timeline
            .message(id)
            .orElseThrow(() -> Problem.unknown("unknown-message", id.text()).exception());
    if (message.body() instanceof SealedBody.Sealed) return message;
    throw Problem.usage("message-not-sealed").exception();
  }

  public boolean passwordSet() {
    return password.isSet();
  }

  /** Sets the app password; the old one is needed when there is one. */
  public void setPassword(Optional<String> old, String next) {
    password.set(old, next);
  }

  public void clearPassword(Optional<String> old) {
    password.clear(old);
  }
}
