package paloma.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import paloma.log.Facts;
import paloma.log.Keeping;
import paloma.log.Timeline;
import paloma.model.AutoBody;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.Conversation;
import paloma.model.Conversation.Look;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.model.Receipt;
import paloma.model.SealedBody;
import paloma.model.VerbBody;
import paloma.store.Database;
import paloma.work.Time;

/**
 * What one can do with a message that is there, and with a conversation. Thread-safe; methods block
 * for a commit, never for a network.
 */
public final class Verbs {
  private static final Duration REMINDER_PAUSE = Duration.ofMinutes(1);

  private final Timeline timeline;
  private final Keeping keeping;
  private final Correspondence correspondence;
  private final Speech speech;
  private final Exchange exchange;
  private final Notices notices;
  private final ConversationNews news;
  private final Gestures gestures;
  private final Seldom<MessageId> reminders;
  private final Supplier<VerbRules> rules;
  private final Function<DeviceId, String> names;
  private final Time time;

  Verbs(
      Timeline timeline,
      Keeping keeping,
      Correspondence correspondence,
      Speech speech,
      Exchange exchange,
      Notices notices,
      ConversationNews news,
      Gestures gestures,
      Supplier<VerbRules> rules,
      Function<DeviceId, String> names,
      Time time) {
    this.timeline = timeline;
    this.keeping = keeping;
    this.correspondence = correspondence;
    this.speech = speech;
    this.exchange = exchange;
    this.notices = notices;
    this.news = news;
    this.gestures = gestures;
    this.rules = rules;
    this.names = names;
    this.time = time;
    reminders = new Seldom<>(REMINDER_PAUSE, time);
  }

  /** Whether its author is we and it is words that can be said in other words. */
  public boolean editable(Message message) {
    return message.own() && !message.facts().recalled() && message.body() instanceof Body.Text;
  }

  /** Whether it can be taken back now: our own, and not longer ago than is set. */
  public boolean recallable(Message message) {
    return message.own() && !message.facts().recalled() && inTime(message);
  }

  /** For how long a message can still be taken back; empty when it can't. */
  public Optional<Duration> recallLeft(Message message) {
    return recallable(message)
        ? Optional.of(Duration.between(time.now(), message.received().plus(rules.get().recall())))
        : Optional.empty();
  }

  private boolean inTime(Message message) {
    // The time of the commit here: the shown one may come from a clock that was wrong.
    return rules.get().inTime(message.received(), time.now());
  }

  /** Says an own message in other words; whom it called before it calls no longer. */
  public Message edit(MessageId id, String text) {
    return edit(id, Saying.of(text));
  }

  /** The same, with those whom the new words call. */
  public Message edit(MessageId id, Saying saying) {
    var message = own(id);
    if (!(message.body() instanceof Body.Text)) throw refused("not-words", id);
    if (saying.text().isBlank()) throw Problem.usage("text-empty").exception();
    if (!saying.fits()) throw Problem.failed("edit-too-long").exception();
    boolean same =
        message.body().equals(new Body.Text(id, saying.text()))
            && message.facts().mentions().equals(saying.mentions());
    if (same) return message;
    return say(
        message, new VerbBody.Edit(MessageId.random(), id, saying.text(), saying.mentions()));
  }

  /** Takes an own message back, from everybody. What was offered is withdrawn. */
  public Message recall(MessageId id) {
    var message = own(id);
    var window = rules.get().recall();
    if (window.isZero()) throw Problem.refused("recall-off").exception();
    if (!inTime(message)) {
      throw Problem.refused("recall-too-late", String.valueOf(window.toMinutes())).exception();
    }
    if (message.body() instanceof Body.Offer) withdraw(id);
    return say(message, new VerbBody.Recall(MessageId.random(), id));
  }

  private void withdraw(MessageId offer) {
    if (!exchange.of(offer).isEmpty()) exchange.cancel(offer);
  }

  /**
   * Gives an emoji for a message, or takes it away again. What is so already is said no second
   * time.
   */
  public Message react(MessageId id, String emoji, boolean on) {
    if (!VerbBody.Reaction.allows(emoji)) throw Problem.usage("emoji-wrong", emoji).exception();
    var message = there(id);
    boolean given =
        message.facts().reactions().getOrDefault(emoji, List.of()).contains(timeline.ourselves());
    if (given == on) return message;
    return say(message, new VerbBody.Reaction(MessageId.random(), id, emoji, on));
  }

  /** Lets a message stand at the top of its conversation, for everybody in it. */
  public Message pin(MessageId id, boolean on) {
    var message = there(id);
    if (message.facts().pinned() == on) return message;
    return say(message, new VerbBody.Pin(MessageId.random(), id, on));
  }

  /** Messages that stand at the top of a conversation, oldest first. */
  public List<Message> pinned(ConversationId in) {
    return timeline.pinned(in);
  }

  /** Every wording of a message, oldest first. */
  public List<Facts.Version> versions(MessageId id) {
    any(id);
    return timeline.versions(id);
  }

  /** How far an own message has come with each of its readers. */
  public List<Receipt> receipts(MessageId id) {
    if (!any(id).own()) throw refused("message-of-others", id);
    return timeline.receipts(id);
  }

  /** Asks those who have not read an own message; who they are. */
  public List<DeviceId> remind(MessageId id) {
    var message = own(id);
    var unread =
        timeline.receipts(id).stream().filter(r -> !r.read()).map(Receipt::reader).toList();
    if (unread.isEmpty()) return unread;
    if (!reminders.take(id)) throw Problem.refused("remind-too-soon").exception();
    say(message, new VerbBody.Reminder(MessageId.random(), id));
    return unread;
  }

  /**
   * Says a message again elsewhere, with the name of who said it first. Files are offered anew from
   * where they lie here.
   */
  public Message forward(MessageId id, ConversationId to) {
    var message = there(id);
    return switch (message.body()) {
      case Body.Text(var _, var text) -> passOn(message, text, to);
      case AutoBody.AutoReply(var _, var text) -> passOn(message, text, to);
      case Body.Offer _ -> exchange.offer(to, speech.listeners(to), exchange.whereItLies(id));
      case BoardBody.Announced said ->
          passOn(message, (said.title() + "\n\n" + said.text()).strip(), to);
      // What was sealed is for its readers, also when it was opened.
      case Body.OfferState _, Body.Unknown _, VerbBody _, GroupBody _, BoardBody _, SealedBody _ ->
          throw refused("not-words", id);
    };
  }

  private Message passOn(Message message, String text, ConversationId to) {
    return Database.await(speech.later(to, Saying.of(text).forwardedFrom(authorName(message))));
  }

  /** Deletes a message here: its row goes for ever. Others keep it. */
  public Conversation delete(MessageId id) {
    var conversation = any(id).conversation();
    keeping.delete(id);
    news.changed(conversation);
    notices.post(new Notice.MessageDeleted(conversation, id));
    return timeline.conversation(conversation);
  }

  /** Stands before other conversations here. */
  public Conversation pin(ConversationId id, boolean on) {
    return look(id, l -> l.withPinned(on));
  }

  /** Makes no sound until then; {@link Look#FOREVER}, or null for not muted. */
  public Conversation mute(ConversationId id, Instant until) {
    return look(id, l -> l.withMutedUntil(until));
  }

  /** To be looked at again; reading it takes that back. */
  public Conversation markUnread(ConversationId id) {
    return look(id, l -> l.withMarkedUnread(true));
  }

  /** The person here has seen all of a conversation. */
  Conversation read(ConversationId id) {
    correspondence.read(id, rules.get().tells(keeping.of(id).receipts()));
    if (keeping.change(id, l -> l.withMarkedUnread(false))) news.changed(id);
    return timeline.conversation(id);
  }

  /** Whether others in a conversation learn that we read; null for as it is set. */
  public Conversation tellRead(ConversationId id, Boolean tell) {
    if (rules.get().receiptsLocked()) throw Problem.refused("receipts-locked").exception();
    return look(id, l -> l.withReceipts(tell));
  }

  /** What was begun in a conversation and not sent; empty for nothing. */
  public String draft(ConversationId id) {
    return keeping.of(id).draft();
  }

  /** Keeps what was begun; blank forgets it. */
  public void saveDraft(ConversationId id, String text) {
    var kept = text.isBlank() ? "" : text;
    if (kept.equals(draft(id))) return;
    look(id, l -> l.withDraft(kept));
  }

  private Conversation look(ConversationId id, UnaryOperator<Look> change) {
    keeping.change(id, change);
    news.changed(id);
    return timeline.conversation(id);
  }

  /** We are writing; said to those who are there, at most once in three seconds. Never blocks. */
  public void typing(ConversationId id) {
    gestures.typing(id);
  }

  /** Asks for the attention of who is there: at most once in ten seconds. */
  public void nudge(ConversationId id) {
    gestures.nudge(id);
  }

  private String authorName(Message message) {
    var first = message.facts().forwardedFrom();
    return first.isEmpty() ? names.apply(message.author()) : first;
  }

  private Message say(Message about, VerbBody verb) {
    speech.verb(about, verb);
    return timeline.message(about.id()).orElse(about);
  }

  private Message any(MessageId id) {
    return timeline
        .message(id)
        .orElseThrow(() -> Problem.unknown("unknown-message", id.text()).exception());
  }

  private Message there(MessageId id) {
    var message = any(id);
    if (message.facts().recalled()) throw refused("message-recalled", id);
    return message;
  }

  private Message own(MessageId id) {
    var message = there(id);
    if (!message.own()) throw refused("message-of-others", id);
    return message;
  }

  private static RuntimeException refused(String code, MessageId id) {
    return Problem.refused(code, id.text()).exception();
  }
}
