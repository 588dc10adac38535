package paloma.core;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Purpose;
import paloma.peers.PeerBook;
import paloma.sync.SyncLink;
import paloma.wire.Link;
import paloma.wire.Wire;
import paloma.wire.WireException;
import paloma.work.Tasks;
import paloma.work.Time;

/**
 * The talk links: at most one with each device. Dials those that are wanted, resolves two dials
 * that met, tries again after 1 s doubling to a minute. Thread-safe.
 */
final class Links {
  private static final System.Logger LOG = System.getLogger("paloma.core");
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofMinutes(1);

  /** Dials to one device that run at once start so far apart: most first addresses are right. */
  private static final Duration STAGGER = Duration.ofMillis(300);

  private final Wire wire;
  private final PeerBook peers;
  private final Tasks tasks;
  private final DeviceId us;
  private final Function<Link, SyncLink> newSync;
  private final Predicate<DeviceId> worthRetrying;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final Map<DeviceId, SyncLink> links = new HashMap<>();
  private final Map<DeviceId, Attempt> attempts = new HashMap<>();
  private final Map<Endpoint, DeviceId> typed = new ConcurrentHashMap<>();
  private boolean closed;

  /** A device that is being dialled or waits for its next try. */
  private static final class Attempt {
    Duration retry = FIRST_RETRY;
    Time.Timer timer;
    boolean dialling;

    /** Begun because a link broke: when nobody answers, the device is gone. */
    boolean afterLoss;
  }

  Links(
      Wire wire,
      PeerBook peers,
      Tasks tasks,
      DeviceId us,
      Function<Link, SyncLink> newSync,
      Predicate<DeviceId> worthRetrying) {
    this.wire = wire;
    this.peers = peers;
    this.tasks = tasks;
    this.us = us;
    this.newSync = newSync;
    this.worthRetrying = worthRetrying;
  }

  synchronized Optional<SyncLink> with(DeviceId peer) {
    return Optional.ofNullable(links.get(peer));
  }

  synchronized Collection<SyncLink> all() {
    return List.copyOf(links.values());
  }

  /** Makes sure that a link is there or is being tried; at once also when a retry waits. */
  void want(DeviceId peer) {
    want(peer, false);
  }

  private void want(DeviceId peer, boolean afterLoss) {
    synchronized (this) {
      if (closed || links.containsKey(peer) || peer.equals(us)) return;
      var attempt = attempts.computeIfAbsent(peer, _ -> new Attempt());
      attempt.afterLoss |= afterLoss;
      if (attempt.dialling) return;
      if (attempt.timer != null) attempt.timer.cancel();
      attempt.dialling = true;
    }
    tasks.start("dial-" + peer, () -> dial(peer));
  }

  /** An address of this device is new: what waited for its next try need not wait longer. */
  void sighted(DeviceId peer) {
    synchronized (this) {
      var attempt = attempts.get(peer);
      if (attempt == null) return;
      attempt.retry = FIRST_RETRY;
    }
    want(peer);
  }

  private void dial(DeviceId peer) throws InterruptedException {
    var endpoints = peers.peer(peer).map(p -> p.addresses()).orElse(List.of());
    var reached = endpoints.isEmpty() ? null : dialAny(peer, endpoints);
    if (reached != null) {
      adopt(reached.link(), reached.at());
      return;
    }
    boolean gone;
    synchronized (this) {
      var attempt = attempts.get(peer);
      if (attempt == null || closed) return;
      attempt.dialling = false;
      gone = attempt.afterLoss && !links.containsKey(peer);
      attempt.afterLoss = false;
    }
    if (gone) peers.unreachable(peer);
    retryLater(peer);
  }

  private void retryLater(DeviceId peer) {
    boolean worth = worthRetrying.test(peer);
    synchronized (this) {
      var attempt = attempts.get(peer);
      if (attempt == null || attempt.dialling || closed) return;
      if (!worth || links.containsKey(peer)) {
        attempts.remove(peer);
        return;
      }
      var wait = attempt.retry.plusMillis(random.nextLong(attempt.retry.toMillis() / 4 + 1));
      var doubled = attempt.retry.multipliedBy(2);
      attempt.retry = doubled.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : doubled;
      attempt.timer = tasks.time().after(wait, "redial-" + peer, () -> want(peer));
    }
  }

  /** Dials the addresses staggered; the first link that stands wins. */
  private DialRace.Won dialAny(DeviceId peer, List<Endpoint> endpoints)
      throws InterruptedException {
    var race = new DialRace();
    for (var at : endpoints) {
      race.begin();
      tasks.start(
          "dial-" + peer + "-" + at,
          () -> {
            try {
              race.won(wire.dial(peer, at, Purpose.TALK), at);
            } catch (IOException e) {
              LOG.log(Level.DEBUG, "no link to {0} at {1}: {2}", peer, at, e.getMessage());
              race.lost();
            }
          });
      if (race.decided(STAGGER)) break;
    }
    return race.result().orElse(null);
  }

  /** Dials an address a person typed, again and again until somebody answers there. */
  void wantTyped(Endpoint at) {
    tasks.start("dial-typed-" + at, () -> dialTyped(at));
    tasks.time().every(LAST_RETRY.dividedBy(6), "typed-" + at, () -> redialTyped(at));
  }

  /** Dials an address unless the one who answered there is linked, or it is our own. */
  void redialTyped(Endpoint at) {
    var known = typed.get(at);
    synchronized (this) {
      if (closed || known != null && (known.equals(us) || links.containsKey(known))) return;
    }
    tasks.start("dial-typed-" + at, () -> dialTyped(at));
  }

  private void dialTyped(Endpoint at) {
    try {
      var link = wire.dial(at, Purpose.TALK);
      typed.put(at, link.peer());
      if (link.peer().equals(us)) {
        link.close();
      } else {
        adopt(link, at);
      }
    } catch (WireException e) {
      // A list that everybody has names everybody's own address too.
      if (e.reason() == WireException.Reason.OURSELVES) typed.put(at, us);
      LOG.log(Level.DEBUG, "no link to {0}: {1}", at, e.getMessage());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "no link to {0}: {1}", at, e.toString());
    }
  }

  /**
   * Takes a new link. Of two that met, the one begun by the smaller id stays; a link of a newer run
   * of the peer's program, or dialled again by the same side, replaces the old one.
   *
   * @param dialled where we reached the peer; null when it dialled us
   */
  void adopt(Link link, Endpoint dialled) {
    SyncLink replaced = null;
    SyncLink sync = null;
    SyncLink old;
    synchronized (this) {
      old = links.get(link.peer());
      boolean keepOld = old != null && !replaces(link, old.link());
      if (!closed && !keepOld) {
        replaced = old;
        sync = newSync.apply(link);
        links.put(link.peer(), sync);
      }
      var attempt = attempts.remove(link.peer());
      if (attempt != null && attempt.timer != null) attempt.timer.cancel();
    }
    if (sync == null) {
      link.close();
      // The peer may have dialled because it lost the old one and we did not notice yet.
      if (old != null) old.probe();
      return;
    }
    peers.linked(link, dialled);
    sync.start();
    if (replaced != null) replaced.close();
  }

  private boolean replaces(Link link, Link old) {
    if (link.peerInstance() != old.peerInstance()) return true;
    if (link.incoming() == old.incoming()) return true;
    boolean peerIsSmaller = link.peer().compareTo(us) < 0;
    return link.incoming() == peerIsSmaller;
  }

  /**
   * A link has ended. If it was the only one, we look at once whether the device is still there.
   */
  void ended(SyncLink sync) {
    peers.unlinked(sync.peer());
    boolean last;
    synchronized (this) {
      last = links.remove(sync.peer(), sync) && !closed;
    }
    if (last) want(sync.peer(), true);
  }

  /** Links that do not answer soon are dead, and whoever waits for a next try is tried now. */
  void networkChanged() {
    typed.values().remove(us);
    all().forEach(SyncLink::probe);
    List<DeviceId> waiting;
    synchronized (this) {
      waiting = List.copyOf(attempts.keySet());
    }
    waiting.forEach(this::sighted);
  }

  void close() {
    List<SyncLink> open;
    synchronized (this) {
      closed = true;
      open = List.copyOf(links.values());
      attempts.values().stream().filter(a -> a.timer != null).forEach(a -> a.timer.cancel());
    }
    open.forEach(SyncLink::close);
  }
}
