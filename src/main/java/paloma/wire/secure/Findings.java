package paloma.wire.secure;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import paloma.net.Nic;
import paloma.wire.Facts;
import paloma.wire.Facts.Tally;
import paloma.work.Time;

/**
 * Counts what was sent and heard by each way on each interface. An interface whose addresses change
 * is another network and begins anew. Thread-safe.
 */
final class Findings {
  static final String MDNS = "mdns";

  /** Ways that a firewall or a switch closes together; mDNS and known addresses are others. */
  static final List<String> CALLS = List.of("multicast4", "multicast6", "broadcast");

  private record Key(String card, String way) {}

  private static final class Counter {
    private long good;
    private long bad;
    private long lastGood;
    private long lastBad;

    void count(boolean worked, long now) {
      if (worked) {
        good++;
        lastGood = now;
      } else {
        bad++;
        lastBad = now;
      }
    }

    Tally tally(long now) {
      return new Tally(good, bad, since(good, lastGood, now), since(bad, lastBad, now));
    }

    private static Optional<Duration> since(long count, long last, long now) {
      return count == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(now - last));
    }
  }

  private static final class Counters {
    private final Counter sent = new Counter();
    private final Counter own = new Counter();
    private final Counter others = new Counter();
  }

  private final Time time;
  private final Map<Key, Counters> counters = new HashMap<>();
  private final Map<String, Long> since = new HashMap<>();
  private final Map<String, Long> neighbours = new HashMap<>();
  private List<Nic> nics = List.of();

  /** Made once: an announcement is heard some twenty times a second. */
  private final Map<Nic, String> texts = new IdentityHashMap<>();

  Findings(Time time) {
    this.time = time;
  }

  /** Only these interfaces count from now on. */
  synchronized void use(List<Nic> nics) {
    this.nics = List.copyOf(nics);
    texts.clear();
    this.nics.forEach(nic -> texts.put(nic, nic.text()));
    var names = Set.copyOf(texts.values());
    names.forEach(name -> since.putIfAbsent(name, time.nanos()));
    counters.keySet().removeIf(key -> !names.contains(key.card()));
    since.keySet().retainAll(names);
    neighbours.keySet().retainAll(names);
  }

  synchronized void sent(Nic nic, String way, boolean worked) {
    counters(nic, way).sent.count(worked, time.nanos());
  }

  /**
   * A genuine announcement was heard.
   *
   * @param own our own voice, or of another profile of this machine
   */
  synchronized void heard(InetAddress from, boolean own, String way) {
    for (var nic : nics) {
      if (!nic.reaches(from)) continue;
      var counters = counters(nic, way);
      (own ? counters.own : counters.others).count(true, time.nanos());
    }
  }

  /** A link stands with somebody at this address: in which network is there a neighbour? */
  synchronized void linked(InetAddress with) {
    for (var nic : nics) {
      boolean own = nic.locals().stream().anyMatch(local -> local.address().equals(with));
      if (!own && nic.reaches(with)) neighbours.putIfAbsent(nic.text(), time.nanos());
    }
  }

  private Counters counters(Nic nic, String way) {
    var text = texts.get(nic);
    var card = text != null ? text : nic.text();
    return counters.computeIfAbsent(new Key(card, way), _ -> new Counters());
  }

  /**
   * The first interface on which calling each other is blocked: neighbours are there by mDNS or a
   * link, or at least our own voice should come back, and no call was heard for so long.
   */
  synchronized Optional<String> blocked(Duration patience) {
    return nics.stream().filter(nic -> isBlocked(nic, patience)).map(Nic::text).findFirst();
  }

  private boolean isBlocked(Nic nic, Duration patience) {
    long now = time.nanos();
    if (nic.loopback() || now - since.get(nic.text()) < patience.toNanos()) return false;
    long sent = 0;
    long own = 0;
    for (var way : CALLS) {
      var counters = counters(nic, way);
      if (counters.others.good > 0) return false;
      sent += counters.sent.good;
      own += counters.own.good;
    }
    if (own == 0) return sent > 0 || CALLS.stream().anyMatch(w -> counters(nic, w).sent.bad > 0);
    var byMdns = counters(nic, MDNS).others;
    var met = neighbours.get(nic.text());
    return byMdns.good > 0 || met != null && now - met >= patience.toNanos();
  }

  /**
   * @param lonely the interface serves for want of any other
   */
  synchronized List<Facts.Card> cards(boolean lonely) {
    return nics.stream()
        .map(nic -> new Facts.Card(nic.text(), lonely && nic.loopback(), ways(nic)))
        .toList();
  }

  private List<Facts.Way> ways(Nic nic) {
    long now = time.nanos();
    return counters.entrySet().stream()
        .filter(e -> e.getKey().card().equals(nic.text()))
        .map(e -> {
          var c = e.getValue();
          return new Facts.Way(
              e.getKey().way(), c.sent.tally(now), c.own.tally(now), c.others.tally(now));
        })
        .sorted(java.util.Comparator.comparing(Facts.Way::name))
        .toList();
  }
}
