package paloma.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import paloma.log.Outcome;
import paloma.log.Rows;
import paloma.log.Timeline;
import paloma.log.Turned;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.SealedBody;
import paloma.model.VerbBody;
import paloma.work.Time;

/**
 * What follows from events that were accepted and from markers that rose: rows are told of, offers
 * are opened, who waits for a delivery hears of it. Thread-safe.
 */
final class Consequences {
  /** Its author may remind of a message once a minute; a network may bring two closer together. */
  private static final Duration REMINDER_PAUSE = Duration.ofSeconds(55);

  private final Timeline timeline;
  private final Notices notices;
  private final ConversationNews news;
  private final Deliveries deliveries;
  private final Exchange exchange;
  private final BoardSight sight;
  private final AutoReplies replies;
  private final Seldom<MessageId> reminders;

  Consequences(
      Timeline timeline,
      Notices notices,
      ConversationNews news,
      Deliveries deliveries,
      Exchange exchange,
      BoardSight sight,
      AutoReplies replies,
      Time time) {
    this.timeline = timeline;
    this.notices = notices;
    this.news = news;
    this.deliveries = deliveries;
    this.exchange = exchange;
    this.sight = sight;
    this.replies = replies;
    reminders = new Seldom<>(REMINDER_PAUSE, time);
  }

  /** Events that came over a link from their author are committed. */
  void arrived(Outcome.Accepted accepted) {
    came(accepted).forEach(replies::arrived);
  }

  /** Events that a colleague kept are committed: their author expects no answer at once. */
  void carried(Outcome.Accepted accepted) {
    came(accepted);
  }

  /** Rows that are new, not those said once more after a fork. */
  private List<Message> came(Outcome.Accepted accepted) {
    var rows = timeline.range(accepted.log(), accepted.from(), accepted.to());
    var fresh = new ArrayList<Message>();
    var again = new HashSet<MessageId>();
    for (var said : accepted.said()) if (said.again()) again.add(said.body().id());
    for (var row : rows) {
      if (!sight.admits(row)) continue;
      if (again.contains(row.id())) {
        notices.post(new Notice.MessageChanged(row));
      } else {
        notices.post(new Notice.MessageReceived(row));
        exchange.offered(row);
        fresh.add(row);
      }
    }
    for (var said : accepted.said()) {
      if (said.body() instanceof Body.OfferState state) {
        exchange.verdict(accepted.log().author(), state);
      }
      if (said.body() instanceof BoardBody.Confirmed given) confirmed(given);
      if (said.body() instanceof SealedBody.Opened opened) {
        timeline
            .message(opened.message())
            .ifPresent(message -> notices.post(new Notice.MessageChanged(message)));
      }
      if (said.body() instanceof VerbBody verb) verb(accepted.log().author(), verb);
    }
    if (!rows.isEmpty()) news.changed(accepted.log().conversation());
    return fresh;
  }

  /** An event of a group came into view, or went out of it. */
  void turned(Turned one) {
    var said = one.said();
    var log = said.header().log();
    if (one.visible()) {
      long seq = said.header().seq();
      arrived(new Outcome.Accepted(log, seq, seq, List.of(said)));
    } else if (said.body() instanceof VerbBody verb && !Rows.makesRow(verb)) {
      ofOwn(verb);
    } else if (said.body() != null && Rows.makesRow(said.body())) {
      // Said again elsewhere it is still there.
      var id = said.body().id();
      timeline
          .message(id)
          .ifPresentOrElse(
              this::changed, () -> notices.post(new Notice.MessageDeleted(log.conversation(), id)));
      news.changed(log.conversation());
    }
  }

  /** We did something with a message. */
  void ofOwn(VerbBody verb) {
    timeline.message(verb.target()).ifPresent(this::changed);
  }

  private void verb(DeviceId author, VerbBody verb) {
    var target = timeline.message(verb.target());
    switch (verb) {
      case VerbBody.RichText _ -> {}
      case VerbBody.Reminder _ -> target.ifPresent(message -> reminded(author, message));
      case VerbBody.Edit _, VerbBody.Recall _, VerbBody.Reaction _, VerbBody.Pin _ ->
          target.ifPresent(this::changed);
    }
  }

  private void confirmed(BoardBody.Confirmed given) {
    timeline.message(given.target()).filter(Message::own).ifPresent(this::changed);
  }

  /** Only its author may remind of a message, and only those who owe something to it. */
  private void reminded(DeviceId author, Message message) {
    boolean open = !message.own() && sight.open(message);
    if (open && message.author().equals(author) && reminders.take(message.id())) {
      notices.post(new Notice.Reminded(message));
    }
  }

  private void changed(Message message) {
    notices.post(new Notice.MessageChanged(message));
    news.changed(message.conversation());
  }

  /** The state of rows in a range of a log is another one now. */
  void changed(LogId log, long from, long to) {
    var rows = timeline.range(log, from, to);
    for (var row : rows) {
      notices.post(new Notice.MessageChanged(row));
      deliveries.changed(row);
    }
    if (!rows.isEmpty()) news.changed(log.conversation());
  }
}
