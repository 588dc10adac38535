package paloma.core;

import java.util.Optional;
import paloma.log.Timeline;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Transfer;
import paloma.transfer.Transfers;

/**
 * Which offers of others are open here. Of one peer only so many at once; a later one is kept as
 * the message that it is and waits for its turn, so that talk goes on and nothing is lost.
 * Thread-safe.
 */
final class OpenOffers {
  /** Offers of one peer that wait for the person here. */
  static final int MOST = 20;

  /** Messages of a later version look like offers and are none: looked past. */
  private static final int LOOK = 100;

  private final Timeline timeline;
  private final Transfers transfers;

  OpenOffers(Timeline timeline, Transfers transfers) {
    this.timeline = timeline;
    this.transfers = transfers;
  }

  /** Opens an offer of somebody else, once and if there is room; empty when it is not opened. */
  synchronized Optional<Transfer> open(Message message) {
    boolean room = !message.own() && transfers.undecided(message.author()) < MOST;
    return room && waits(message) ? Optional.of(force(message)) : Optional.empty();
  }

  /** Opens it even if there is no room: somebody has decided about it. */
  synchronized Transfer force(Message message) {
    var offer = (Body.Offer) message.body();
    return transfers.received(offer.id(), message.conversation(), message.author(), offer);
  }

  private boolean waits(Message message) {
    return message.body() instanceof Body.Offer offer && transfers.of(offer.id()).isEmpty();
  }

  /** An offer of somebody else that is not open yet. */
  Optional<Message> waiting(MessageId offer) {
    return timeline.message(offer).filter(m -> !m.own()).filter(this::waits);
  }

  /** The oldest one that waits, if there is room for it. */
  Optional<Message> next(ConversationId in, DeviceId from) {
    if (transfers.undecided(from) >= MOST) return Optional.empty();
    return timeline.untakenOffers(in, from, LOOK).stream().filter(this::waits).findFirst();
  }
}
