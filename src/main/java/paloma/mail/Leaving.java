package paloma.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import paloma.log.Logs;
import paloma.log.Markers;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.LogId;
import paloma.model.MailVerdict;
import paloma.store.Database;
import paloma.store.MailStore;
import paloma.store.MailStore.Left;
import paloma.sync.SyncLink;
import paloma.work.Time;

/**
 * Our own mail that is left with colleagues while its reader is away: to each what it does not have
 * yet, one envelope of a log at a time. Thread-safe; waits for commits.
 */
public final class Leaving {
  /** So many colleagues have a copy: one of them will be there when its reader comes. */
  public static final int CARRIERS = 3;

  /** A carrier that went away counts so long: most are back the next morning. */
  private static final Duration COUNTED = Duration.ofDays(1);

  /** What is on its way to a carrier, until it answers. */
  private record Pending(LogId log, DeviceId reader, long first, long upTo) {}

  private record Ask(DeviceId carrier, Hash envelope) {}

  /** What of a log lies with colleagues. */
  public record Kept(LogId log, DeviceId reader, long first, long upTo) {}

  private final Database database;
  private final MailStore store;
  private final Logs logs;
  private final Markers markers;
  private final DeviceId us;
  private final Time time;
  private final Consumer<Kept> then;
  private final Map<Ask, Pending> pending = new HashMap<>();
  private final Set<DeviceId> refusing = new HashSet<>();

  /**
   * @param then told when a carrier has kept something
   */
  public Leaving(
      Database database,
      MailStore store,
      Logs logs,
      Markers markers,
      DeviceId us,
      Time time,
      Consumer<Kept> then) {
    this.database = database;
    this.store = store;
    this.logs = logs;
    this.markers = markers;
    this.us = us;
    this.time = time;
    this.then = then;
  }

  /**
   * Leaves what a reader lacks of a log; of a log of the reader's own, our marker.
   *
   * @param linked colleagues who may carry, the one who is here longest first
   */
  public void leave(LogId log, DeviceId reader, String sealKey, List<SyncLink> linked) {
    var here = logs.extent(log);
    if (here.isEmpty()) return;
    boolean ours = log.author().equals(us);
    long delivered = ours ? markers.delivered(log, reader) : here.get().highest() - 1;
    if (delivered >= here.get().highest()) return;
    var lying = lying(log);
    for (var carrier : chosen(linked, lying)) {
      long from = from(lying, carrier.peer(), delivered);
      if (from <= here.get().highest()) leave(log, reader, sealKey, carrier, from);
    }
  }

  private List<Left> lying(LogId log) {
    long since = time.now().minus(Allowance.KEPT).toEpochMilli();
    return database.read(tx -> store.left(tx, log)).stream().filter(l -> l.at() > since).toList();
  }

  private static long from(List<Left> lying, DeviceId carrier, long delivered) {
    return lying.stream()
        .filter(l -> l.carrier().equals(carrier) && l.first() <= delivered + 1)
        .mapToLong(l -> Math.max(l.upTo(), delivered) + 1)
        .findFirst()
        .orElse(delivered + 1);
  }

  /** Those who have some of it first, then the others; fewer while some are only away. */
  private synchronized List<SyncLink> chosen(List<SyncLink> linked, List<Left> lying) {
    var holders = new HashSet<DeviceId>();
    lying.forEach(l -> holders.add(l.carrier()));
    long since = time.now().minus(COUNTED).toEpochMilli();
    var here = new HashSet<DeviceId>();
    linked.forEach(l -> here.add(l.peer()));
    long away = lying.stream().filter(l -> !here.contains(l.carrier()) && l.at() > since).count();
    return linked.stream()
        .filter(l -> !refusing.contains(l.peer()))
        .sorted(Comparator.comparing(l -> !holders.contains(l.peer())))
        .limit(Math.max(1, CARRIERS - away))
        .toList();
  }

  private void leave(LogId log, DeviceId reader, String sealKey, SyncLink carrier, long from) {
    synchronized (this) {
      if (pending.keySet().stream()
          .anyMatch(a -> a.carrier.equals(carrier.peer()) && pending.get(a).log.equals(log))) {
        return;
      }
    }
    var letter = letter(log, from);
    if (letter.isEmpty()) return;
    long upTo = letter.get() instanceof Letter.Events(var page) ? page.last() : Math.max(from, 1);
    long today = Math.floorDiv(time.now().toEpochMilli(), Duration.ofDays(1).toMillis());
    var envelope = Sealing.seal(letter.get(), sealKey, today);
    if (envelope.isEmpty()) return;
    synchronized (this) {
      pending.put(
          new Ask(carrier.peer(), envelope.get().id()), new Pending(log, reader, from, upTo));
    }
    carrier.mail().leave(envelope.get());
  }

  private Optional<Letter> letter(LogId log, long from) {
    if (log.author().equals(us)) {
      return Optional.ofNullable(logs.page(log, from)).map(Letter.Events::new);
    }
    return markers.own(log, true).map(p -> new Letter.Progress(p.marker(), p.signature()));
  }

  /** What a carrier did with an envelope of ours. */
  public void answered(DeviceId carrier, Hash envelope, MailVerdict verdict) {
    Pending left;
    synchronized (this) {
      left = pending.remove(new Ask(carrier, envelope));
      if (left == null) return;
      if (verdict != MailVerdict.KEPT) refusing.add(carrier);
    }
    if (verdict != MailVerdict.KEPT) return;
    long now = time.now().toEpochMilli();
    database.write(tx -> {
      var before =
          store.left(tx, left.log).stream()
              .filter(l -> l.carrier().equals(carrier) && l.upTo() + 1 == left.first)
              .findFirst();
      long first = before.map(Left::first).orElse(left.first);
      store.setLeft(tx, left.log, new Left(carrier, first, left.upTo, now));
      return null;
    });
    then.accept(new Kept(left.log, left.reader, left.first, left.upTo));
  }

  /** The link to a carrier has ended: what it did not answer for is left again. */
  public synchronized void ended(DeviceId carrier) {
    pending.keySet().removeIf(a -> a.carrier.equals(carrier));
    refusing.remove(carrier);
  }

  /** Colleagues with whom an event of ours lies. */
  public int holding(LogId log, long seq) {
    var carriers = new ArrayList<DeviceId>();
    for (var left : lying(log)) {
      if (left.first() <= seq && seq <= left.upTo()) carriers.add(left.carrier());
    }
    return carriers.size();
  }
}
