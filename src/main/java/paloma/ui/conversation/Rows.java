package paloma.ui.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import paloma.model.AutoBody;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.SealedBody;
import paloma.model.VerbBody;

/** Arranges messages into rows: days, groups of one author, the line before what is new. Pure. */
final class Rows {
  /** Messages of one author within this time stand together. */
  private static final Duration GROUP = Duration.ofMinutes(5);

  private Rows() {}

  /**
   * The rows of a stretch of messages.
   *
   * @param firstNew the message above which the line stands; null for none
   * @param said a message as a row, given whether it is the first of its group
   */
  static List<Row> arrange(List<Message> messages, MessageId firstNew, ZoneId zone, Arranged said) {
    var rows = new ArrayList<Row>();
    LocalDate day = null;
    Message before = null;
    Instant groupFrom = Instant.MIN;
    for (var message : messages) {
      if (!shown(message)) continue;
      var on = message.time().atZone(zone).toLocalDate();
      boolean parted = before == null || !on.equals(day);
      if (parted) rows.add(new Row.Day(on));
      if (message.id().equals(firstNew)) {
        rows.add(new Row.NewMessages());
        parted = true;
      }
      boolean happened = happened(message);
      boolean first =
          parted
              || happened(before)
              || happened
              || !before.author().equals(message.author())
              || Duration.between(groupFrom, message.time()).abs().compareTo(GROUP) > 0;
      if (first) groupFrom = message.time();
      rows.add(said.row(message, first));
      day = on;
      before = message;
    }
    return rows;
  }

  /** What stands as a line in the middle belongs to no group of bubbles. */
  private static boolean happened(Message message) {
    return message.facts().recalled() || message.body() instanceof GroupBody;
  }

  /** Makes a row of a message. */
  @FunctionalInterface
  interface Arranged {
    Row row(Message message, boolean first);
  }

  /** What becomes of an offer is shown on its card. */
  private static boolean shown(Message message) {
    return switch (message.body()) {
      case Body.Text _,
          Body.Offer _,
          Body.Unknown _,
          GroupBody _,
          SealedBody.Sealed _,
          AutoBody _ ->
          true;
      case Body.OfferState _, SealedBody.Opened _, VerbBody _, BoardBody _ -> false;
    };
  }

  /**
   * Makes {@code shown} equal to {@code wanted} by changing only what differs in the middle, so
   * that the list keeps its place.
   */
  static void replace(List<Row> shown, List<Row> wanted) {
    int head = common(shown, wanted);
    int most = Math.min(shown.size(), wanted.size()) - head;
    int tail = Math.min(common(shown.reversed(), wanted.reversed()), most);
    var fresh = wanted.subList(head, wanted.size() - tail);
    int old = shown.size() - tail - head;
    if (old == fresh.size()) {
      for (int i = 0; i < old; i++) {
        if (!shown.get(head + i).equals(fresh.get(i))) shown.set(head + i, fresh.get(i));
      }
      return;
    }
    if (old > 0) shown.subList(head, head + old).clear();
    if (!fresh.isEmpty()) shown.addAll(head, fresh);
  }

  private static int common(List<Row> one, List<Row> other) {
    int n = 0;
    while (n < one.size() && n < other.size() && one.get(n).equals(other.get(n))) n++;
    return n;
  }
}
