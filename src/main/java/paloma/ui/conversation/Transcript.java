package paloma.ui.conversation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import paloma.core.Delivery;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Transfer;

/** What of a conversation is loaded, and its rows. Belongs to one thread. */
final class Transcript {
  private final ZoneId zone;
  private final List<Message> messages = new ArrayList<>();
  private final Map<MessageId, List<Transfer>> transfers = new HashMap<>();
  private final Map<MessageId, Delivery> deliveries = new HashMap<>();
  private final Map<MessageId, Message> quoted = new HashMap<>();
  private final Map<MessageId, Integer> waiting = new HashMap<>();
  private final Map<DeviceId, Peer> people = new HashMap<>();
  private MessageId firstNew;

  Transcript(ZoneId zone) {
    this.zone = zone;
  }

  /** Messages and what belongs to them. */
  record Page(
      List<Message> messages,
      Map<MessageId, List<Transfer>> transfers,
      Map<MessageId, Delivery> deliveries,
      Map<MessageId, Message> quoted,
      Map<MessageId, Integer> waiting) {

    /** Asks for all that belongs to some messages; blocks, so on another thread. */
    static Page of(Talk talk, List<Message> messages) {
      var offers = new HashMap<MessageId, List<Transfer>>();
      var news = new HashMap<MessageId, Delivery>();
      var quoted = new HashMap<MessageId, Message>();
      var waiting = new HashMap<MessageId, Integer>();
      for (var message : messages) {
        if (message.body() instanceof Body.Offer) {
          offers.put(message.id(), talk.transfersOf(message.id()));
        }
        var reply = message.facts().reply();
        if (reply != null) talk.message(reply).ifPresent(m -> quoted.put(reply, m));
        if (message.own()) news.put(message.id(), talk.delivery(message.id()));
        if (unsent(message)) waiting.put(message.id(), talk.waiting(message.id()));
      }
      return new Page(messages, offers, news, quoted, waiting);
    }

    private static boolean unsent(Message message) {
      return message.own() && message.state().compareTo(Message.State.SENT) <= 0;
    }
  }

  /** Adds messages or replaces them by what they have become. */
  void add(Page page) {
    for (var message : page.messages) {
      messages.removeIf(m -> m.id().equals(message.id()));
      messages.add(message);
    }
    messages.sort(Comparator.comparing(Message::position));
    transfers.putAll(page.transfers);
    deliveries.putAll(page.deliveries);
    page.messages.forEach(m -> waiting.remove(m.id()));
    waiting.putAll(page.waiting);
    waiting.values().removeIf(colleagues -> colleagues == 0);
    quoted.putAll(page.quoted);
    // A message that others answer changed: they show it as it is now.
    for (var message : page.messages) quoted.replace(message.id(), message);
  }

  void forget(MessageId id) {
    messages.removeIf(m -> m.id().equals(id));
    quoted.remove(id);
    waiting.remove(id);
  }

  boolean has(MessageId id) {
    return messages.stream().anyMatch(m -> m.id().equals(id));
  }

  int size() {
    return messages.size();
  }

  MessageId oldest() {
    return messages.getFirst().id();
  }

  MessageId newest() {
    return messages.getLast().id();
  }

  boolean unread() {
    return messages.stream().anyMatch(m -> !m.own() && m.state() != Message.State.READ);
  }

  /** Lets the oldest go, so that this many stay. */
  void keep(int newest) {
    messages.subList(0, messages.size() - newest).clear();
    transfers.keySet().removeIf(id -> !has(id));
    deliveries.keySet().removeIf(id -> !has(id));
    waiting.keySet().removeIf(id -> !has(id));
  }

  void change(Transfer transfer) {
    var all = new ArrayList<>(transfers.getOrDefault(transfer.offer(), List.of()));
    all.removeIf(t -> t.id().equals(transfer.id()));
    all.add(transfer);
    all.sort(Comparator.comparing(Transfer::id));
    transfers.put(transfer.offer(), List.copyOf(all));
  }

  /** Somebody of the conversation as they are now; false for anybody else. */
  boolean change(Peer peer) {
    return people.replace(peer.id(), peer) != null;
  }

  void know(Peer peer) {
    people.put(peer.id(), peer);
  }

  /**
   * The line stands above the last so many messages of others; 0 takes it away. What happened in a
   * group was not counted.
   */
  void markNew(int unread) {
    var others =
        messages.stream().filter(m -> !m.own() && !(m.body() instanceof GroupBody)).toList();
    firstNew =
        unread == 0 || unread > others.size() ? null : others.get(others.size() - unread).id();
  }

  List<Row> rows() {
    var last = lastWaiting();
    return Rows.arrange(messages, firstNew, zone, (m, first) -> row(m, first, last));
  }

  /** Only the last that waits says so: one line is enough for all before it. Null for none. */
  private MessageId lastWaiting() {
    return messages.reversed().stream()
        .map(Message::id)
        .filter(waiting::containsKey)
        .findFirst()
        .orElse(null);
  }

  private Row row(Message message, boolean first, MessageId lastWaiting) {
    var delivery = deliveries.get(message.id());
    return new Row.Said(
        message,
        people.get(message.author()),
        first,
        delivery == null || delivery.of() < 2 ? null : delivery,
        transfers.getOrDefault(message.id(), List.of()),
        message.facts().reply() == null ? null : quoted.get(message.facts().reply()),
        message.id().equals(lastWaiting) ? waiting.get(lastWaiting) : 0);
  }
}
