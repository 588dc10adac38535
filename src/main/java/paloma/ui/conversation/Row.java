package paloma.ui.conversation;

import java.time.LocalDate;
import java.util.List;
import paloma.core.Delivery;
import paloma.model.Message;
import paloma.model.Peer;
import paloma.model.Transfer;

/** A row of the timeline as it is drawn. */
public sealed interface Row {
  record Day(LocalDate day) implements Row {}

  record NewMessages() implements Row {}

  /**
   * Something said.
   *
   * @param author null when nothing is known of them
   * @param first of its group: bears avatar, name and time
   * @param delivery of an own message to several people, else null
   * @param transfers of an offer, else empty
   * @param quoted the message it answers; null when it answers none or that is not here
   * @param waits with how many colleagues it, and what was said before it, waits for somebody
   *     absent; 0 for all but the last
   */
  record Said(
      Message message,
      Peer author,
      boolean first,
      Delivery delivery,
      List<Transfer> transfers,
      Message quoted,
      int waits)
      implements Row {}
}
