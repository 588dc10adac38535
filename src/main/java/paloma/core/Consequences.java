package paloma.core;

import java.util.List;
import paloma.log.Outcome;
import paloma.log.Timeline;
import paloma.model.Body;
import paloma.model.LogId;
import paloma.model.Message;
import paloma.model.SealedBody;

/**
 * What follows from events that were accepted and from markers that rose: rows are told of, offers
 * are opened, who waits for a delivery hears of it. Thread-safe.
 */
final class Consequences {
  private final Timeline timeline;
  private final Notices notices;
  private final ConversationNews news;
  private final Deliveries deliveries;
  private final Exchange exchange;
  private final AutoReplies replies;

  Consequences(
      Timeline timeline,
      Notices notices,
      ConversationNews news,
      Deliveries deliveries,
      Exchange exchange,
      AutoReplies replies) {
    this.timeline = timeline;
    this.notices = notices;
    this.news = news;
    this.deliveries = deliveries;
    this.exchange = exchange;
    this.replies = replies;
  }

  /** Events that came over a link from their author are committed. */
  void arrived(Outcome.Accepted accepted) {
    came(accepted).forEach(replies::arrived);
  }

  /** Events that a colleague kept are committed: their author expects no answer at once. */
  void carried(Outcome.Accepted accepted) {
    came(accepted);
  }

  private List<Message> came(Outcome.Accepted accepted) {
    var rows = timeline.range(accepted.log(), accepted.from(), accepted.to());
    for (var row : rows) {
      notices.post(new Notice.MessageReceived(row));
      exchange.offered(row);
    }
    for (var said : accepted.said()) {
      if (said.body() instanceof Body.OfferState state) {
        exchange.verdict(accepted.log().author(), state);
      }
      if (said.body() instanceof SealedBody.Opened opened) {
        timeline
            .message(opened.message())
            .ifPresent(message -> notices.post(new Notice.MessageChanged(message)));
      }
    }
    if (!rows.isEmpty()) news.changed(accepted.log().conversation());
    return rows;
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
