package paloma.core;

import java.nio.file.Path;
import java.util.List;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Transfer;
import paloma.wire.Link;

/** Offers between the logs and the transfers. */
final class Exchange {
  void offered(Message message, DeviceId from, Body.Offer offer) {}

  void verdict(DeviceId from, Body.OfferState state) {}

  void serve(Link link) {
    link.close();
  }

  void reachable(DeviceId peer) {}
  Message offer(ConversationId c, List<DeviceId> to, List<Path> p){ throw new UnsupportedOperationException(); }
  Message offerText(ConversationId c, List<DeviceId> to, String p){ throw new UnsupportedOperationException(); }
  List<Transfer> list(boolean e){ return List.of(); }
  List<Transfer> of(MessageId e){ return List.of(); }
  Transfer accept(MessageId e, Path p){ throw new UnsupportedOperationException(); }
  Transfer decline(MessageId e){ throw new UnsupportedOperationException(); }
  Transfer cancel(MessageId e){ throw new UnsupportedOperationException(); }
  void close(){}
}
