package paloma.core;

import paloma.log.Timeline;
import paloma.mail.Carrier;
import paloma.mail.Leaving;
import paloma.model.LogId;
import paloma.model.Message;
import paloma.model.MessageId;

/** Mail for absent people, as front-ends ask of it. Thread-safe. */
public final class Courier {
  private final Timeline timeline;
  private final Leaving leaving;
  private final Carrier carrier;

  Courier(Timeline timeline, Leaving leaving, Carrier carrier) {
    this.timeline = timeline;
    this.leaving = leaving;
    this.carrier = carrier;
  }

  /** With how many colleagues a message of ours waits for its reader; 0 when it is there. */
  public int waiting(MessageId id) {
    return timeline.message(id).map(this::waiting).orElse(0);
  }

  /** Envelopes of others that lie here for others. */
  public int carried() {
    return carrier.count();
  }

  int waiting(Message message) {
    if (!message.own() || message.state().compareTo(Message.State.SENT) > 0) return 0;
    var at = message.position();
    return leaving.holding(
        new LogId(message.conversation(), message.author(), at.epoch()), at.seq());
  }
}
