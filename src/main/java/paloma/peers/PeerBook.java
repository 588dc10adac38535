package paloma.peers;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Peer;
import paloma.model.Presence;
import paloma.model.Profile;
import paloma.model.Trust;
import paloma.store.Database;
import paloma.store.DeviceStore;
import paloma.wire.Link;
import paloma.wire.Wire;
import paloma.work.Time;

/**
 * Everybody ever met: sightings merged by id, one entry for each, whatever the ways and addresses.
 * Thread-safe; changes are reported on the caller's thread, after the lock is released.
 */
public final class PeerBook {
  /** Strangers kept: a flood of made-up ids pushes out other strangers, never a contact. */
  private static final int STRANGERS = 512;

  /** How often silence is looked for: less than the margin that a sighting's deadline has. */
  private static final Duration SWEEP = Duration.ofSeconds(1);

  /** Where changes are reported. */
  public interface Listener {
    void appeared(Peer peer);

    void changed(Peer peer);

    void left(Peer peer);
  }

  private final Database database;
  private final DeviceStore store;
  private final DeviceId us;
  private final Time time;
  private final Map<DeviceId, Acquaintance> entries = new HashMap<>();
  private final ProvedAddresses proved = new ProvedAddresses();
  private Listener listener;
  private Time.Timer sweep;

  public PeerBook(Database database, DeviceStore store, DeviceId us, Time time) {
    this.database = database;
    this.store = store;
    this.us = us;
    this.time = time;
  }

  /** Reads the book and begins to look for silence. */
  public void start(Listener listener) {
    this.listener = listener;
    var known = database.read(store::all);
    synchronized (this) {
      for (var device : known) {
        var entry = new Acquaintance(device);
        for (var at : database.read(tx -> store.addresses(tx, device.id()))) {
          entry.sightings.remember(at);
          if (entry.contact()) proved.add(at.address(), device.id());
        }
        entries.put(device.id(), entry);
      }
    }
    sweep = time.every(SWEEP, "peer-sweep", this::sweep);
  }

  public void stop() {
    if (sweep != null) sweep.cancel();
  }

  /** Takes an announcement; whether it is of a run of the program that was not heard before. */
  public boolean sighted(Wire.Sighting sighting) {
    if (sighting.device().equals(us)) return false;
    Acquaintance entry;
    Sightings.Change change;
    synchronized (this) {
      entry = entries.get(sighting.device());
      if (entry == null) {
        entry = Acquaintance.stranger(sighting.device(), sighting.announced());
        makeRoom();
        entries.put(sighting.device(), entry);
      }
      change =
          entry.sightings.sighted(
              sighting.instance(),
              sighting.boot(),
              sighting.announced().presence(),
              sighting.at(),
              sighting.periodMillis(),
              time.nanos());
      boolean named = entry.take(sighting.announced());
      if (change.newInstance() || named || entry.device.publicKey() == null) {
        entry.device = entry.device.seen(sighting.publicKey(), sighting.boot(), seen(entry));
        save(entry);
      }
      change = new Sightings.Change(change.news() || named, change.newInstance());
    }
    report(entry, change.news());
    return change.newInstance();
  }

  /** When somebody was seen last: now, unless they do not want to be seen. */
  private Instant seen(Acquaintance entry) {
    return entry.sightings.hidden() ? entry.device.lastSeen() : time.now();
  }

  private void makeRoom() {
    var strangers = entries.values().stream().filter(e -> e.device.trust() == Trust.NEW).toList();
    if (strangers.size() < STRANGERS) return;
    strangers.stream()
        .filter(e -> !e.sightings.reachable())
        .findFirst()
        .or(() -> strangers.stream().findFirst())
        .ifPresent(e -> entries.remove(e.device.id()));
  }

  /** A signed profile came; the caller has checked the signature. */
  public void register(Profile profile, byte[] register, byte[] signature) {
    Acquaintance entry;
    synchronized (this) {
      entry = entries.get(profile.device());
      if (entry == null || profile.counter() < entry.device.profile().counter()) return;
      if (entry.device.profile().equals(profile)) return;
      entry.device = entry.device.with(profile);
      entry.sightings.announced(profile.presence());
      save(entry);
    }
    var id = profile.device();
    database.writeBehind(tx -> {
      store.saveRegister(tx, id, register, signature);
      return null;
    });
    report(entry, true);
  }

  /**
   * A link is up: the key is proved.
   *
   * @param dialled where we reached the peer; null when it dialled us
   */
  public void linked(Link link, Endpoint dialled) {
    Acquaintance entry;
    synchronized (this) {
      entry = entries.computeIfAbsent(link.peer(), id -> Acquaintance.nameless(id));
      entry.sightings.linked(link.peerInstance(), entry.sightings.boot(), dialled);
      entry.device = entry.device.seen(link.publicKey(), entry.sightings.boot(), seen(entry));
      entry.spoke(link.version());
      entry.proved = link.remote().address();
      if (entry.contact()) proved.add(entry.proved, link.peer());
      save(entry);
      if (dialled != null) {
        var id = link.peer();
        var now = time.now();
        database.writeBehind(tx -> {
          store.reached(tx, id, dialled, now);
          return null;
        });
      }
    }
    report(entry, false);
  }

  /** Whether a contact offers a lower protocol version than it has spoken with us before. */
  public synchronized boolean lowered(DeviceId id, int version) {
    var entry = entries.get(id);
    return entry != null && entry.contact() && version < entry.device.version();
  }

  public void unlinked(DeviceId id) {
    with(id, Sightings::unlinked);
  }

  /** A signed goodbye. */
  public void left(DeviceId id, long instance) {
    with(id, s -> s.left(instance));
  }

  /** A link failed and nobody answers where the device was. */
  public void unreachable(DeviceId id) {
    with(id, Sightings::unreachable);
  }

  private void with(DeviceId id, java.util.function.Consumer<Sightings> act) {
    Acquaintance entry;
    synchronized (this) {
      entry = entries.get(id);
      if (entry == null) return;
      act.accept(entry.sightings);
    }
    report(entry, false);
  }

  private void sweep() {
    List<Acquaintance> all;
    synchronized (this) {
      all = List.copyOf(entries.values());
    }
    all.forEach(entry -> report(entry, false));
  }

  /** Tells what a change looks like from outside. */
  private void report(Acquaintance entry, boolean news) {
    Presence before;
    Presence now;
    Peer peer;
    synchronized (this) {
      before = entry.shown;
      now = entry.sightings.presence(time.nanos());
      if (before == now && !news) return;
      entry.shown = now;
      if (now == Presence.OFFLINE && before != now) {
        entry.device =
            entry.device.seen(entry.device.publicKey(), entry.sightings.boot(), time.now());
        save(entry);
      }
      peer = entry.peer(time.now());
    }
    if (before == Presence.OFFLINE && now != before) {
      listener.appeared(peer);
    } else if (now == Presence.OFFLINE && now != before) {
      listener.left(peer);
    } else {
      listener.changed(peer);
    }
  }

  /** Makes a device known by its id alone, as when somebody else's event names it. */
  public Peer trust(DeviceId id, Trust trust) {
    Acquaintance entry;
    synchronized (this) {
      entry = entries.get(id);
      if (entry == null) throw new IllegalArgumentException("not met: " + id);
      entry.device = entry.device.with(trust);
      if (entry.contact() && entry.proved != null) proved.add(entry.proved, id);
      var device = entry.device;
      database.write(tx -> {
        store.save(tx, device);
        return null;
      });
      return entry.peer(time.now());
    }
  }

  private void save(Acquaintance entry) {
    var device = entry.device;
    database.writeBehind(tx -> {
      store.save(tx, device);
      return null;
    });
  }

  public synchronized Optional<Peer> peer(DeviceId id) {
    return Optional.ofNullable(entries.get(id)).map(e -> e.peer(time.now()));
  }

  /** What a device is called; the beginning of its id while it has no name here. */
  public String nameOf(DeviceId id) {
    return peer(id).map(Peer::name).orElse(id.shortText());
  }

  /** How far a device is trusted; one that is not here is new. */
  public Trust trustOf(DeviceId id) {
    return peer(id).map(Peer::trust).orElse(Trust.NEW);
  }

  public synchronized List<Peer> all() {
    return entries.values().stream().map(e -> e.peer(time.now())).toList();
  }

  /** The key behind an id; empty while it was never heard. */
  public synchronized Optional<byte[]> publicKey(DeviceId id) {
    return Optional.ofNullable(entries.get(id)).map(e -> e.device.publicKey());
  }

  /** Whether announcements tell this device's presence; otherwise only a link can. */
  public synchronized boolean heard(DeviceId id) {
    var entry = entries.get(id);
    return entry != null && entry.sightings.heard();
  }

  /** Whether a contact has proved its key at this address, in this run or where we dialled it. */
  public synchronized boolean contactAt(InetAddress address) {
    var entry = entries.get(proved.at(address));
    return entry != null && entry.contact();
  }

  /** How many are there now. */
  public synchronized int present() {
    return (int) entries.values().stream().filter(e -> e.shown != Presence.OFFLINE).count();
  }
}
