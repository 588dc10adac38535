package paloma.log;

import java.util.Comparator;
import java.util.Optional;
import paloma.log.membership.Membership;
import paloma.model.EventHeader;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.VerbBody;
import paloma.store.LogStore;
import paloma.store.LogStore.Stored;
import paloma.store.Tx;

/** Brings events of groups into the timeline and out of it, as their membership is judged. */
final class Showing {
  private final LogStore logs;
  private final Rows rows;

  Showing(LogStore logs, Rows rows) {
    this.logs = logs;
    this.rows = rows;
  }

  /** Whether an event that nobody sees has its effect all the same: words taken back stay so. */
  static boolean always(Said said) {
    return said.body() instanceof VerbBody.Recall;
  }

  /** Brings an event into the timeline. */
  Optional<Said> show(Tx tx, LogId log, long seq) {
    var event = event(tx, log, seq);
    event.ifPresent(e -> add(tx, e));
    return event.map(Event::said);
  }

  /** Takes an event out of the timeline, unless what it says was said again and is seen there. */
  Optional<Said> hide(Tx tx, Membership membership, LogId log, long seq) {
    var event = event(tx, log, seq);
    if (event.isEmpty() || always(event.get().said)) return Optional.empty();
    rows.remove(tx, event.get().said.header(), event.get().said.body());
    twin(tx, membership, event.get()).ifPresent(twin -> add(tx, twin));
    return event.map(Event::said);
  }

  private void add(Tx tx, Event event) {
    rows.add(tx, event.said.header(), event.said.body(), event.bytes, false);
  }

  /** After a fork its author says the same again in another epoch. */
  private Optional<Event> twin(Tx tx, Membership membership, Event hidden) {
    var own = hidden.said.header();
    if (hidden.bytes == null || !LogStore.forked(tx, own.log())) return Optional.empty();
    return logs.saying(tx, own.conversation(), own.author(), hidden.bytes).stream()
        .map(Showing::read)
        .filter(e -> e.said.header().epoch() != own.epoch())
        .filter(e -> membership.visible(e.said.header().log(), e.said.header().seq()))
        .max(BY_PLACE);
  }

  private static final Comparator<Event> BY_PLACE =
      Comparator.comparing((Event e) -> e.said.header().order())
          .thenComparing(e -> e.said.header().epoch())
          .thenComparing(e -> e.said.header().seq());

  private Optional<Event> event(Tx tx, LogId log, long seq) {
    return logs.events(tx, log, seq, 1).stream().map(Showing::read).findFirst();
  }

  private record Event(Said said, byte[] bytes) {}

  private static Event read(Stored event) {
    try {
      EventHeader header = HeaderCodec.decode(event.header());
      var body = event.body() == null ? null : BodyCodec.decode(header.kind(), event.body());
      return new Event(new Said(header, body, false), event.body());
    } catch (MalformedException e) {
      throw new IllegalStateException("event " + event.seq() + " is damaged", e);
    }
  }
}
