package paloma.update;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Release;
import paloma.model.SignedRelease;

/**
 * Which peers have which releases, as they say: each statement was checked, the same one of many
 * peers once. Also whom not to ask for which. Thread-safe.
 */
public final class Holders {
  private static final System.Logger LOG = System.getLogger("paloma.update");

  private final ReleaseKeys keys;
  private final Map<DeviceId, List<Hash>> held = new LinkedHashMap<>();
  private final Map<Hash, Offered> offered = new HashMap<>();
  private final Map<Hash, Set<DeviceId>> distrusted = new HashMap<>();
  private final Map<Hash, Set<DeviceId>> failed = new HashMap<>();

  /** A release that somebody has. */
  public record Offered(SignedRelease signed, Release release) {
    public Hash id() {
      return signed.id();
    }
  }

  public Holders(ReleaseKeys keys) {
    this.keys = keys;
  }

  /** All that a peer has from now on; what is not signed by our key is not taken notice of. */
  public synchronized void say(DeviceId peer, List<SignedRelease> releases) {
    var ids = new ArrayList<Hash>();
    for (var signed : releases.subList(0, Math.min(releases.size(), ShelfRules.MOST))) {
      var id = signed.id();
      // What was good before is not checked again: a colleague's word counts like another's.
      if (!offered.containsKey(id)) {
        var release = keys.check(signed);
        if (release.isEmpty()) {
          LOG.log(Level.INFO, "{0} tells of a release that is not ours", peer);
          continue;
        }
        offered.put(id, new Offered(signed, release.get()));
      }
      ids.add(id);
    }
    held.remove(peer);
    if (!ids.isEmpty()) held.put(peer, List.copyOf(ids));
    offered.keySet().retainAll(allHeld());
  }

  private Set<Hash> allHeld() {
    var all = new HashSet<Hash>();
    held.values().forEach(all::addAll);
    return all;
  }

  /** A peer is gone. */
  public synchronized void forget(DeviceId peer) {
    if (held.remove(peer) != null) offered.keySet().retainAll(allHeld());
  }

  public synchronized Collection<Offered> all() {
    return List.copyOf(offered.values());
  }

  /** Who can be asked for a release, those first who have told of it first. */
  public synchronized List<DeviceId> of(Hash id) {
    var not = new HashSet<>(distrusted.getOrDefault(id, Set.of()));
    not.addAll(failed.getOrDefault(id, Set.of()));
    return held.entrySet().stream()
        .filter(entry -> entry.getValue().contains(id) && !not.contains(entry.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What came from this peer was not what was signed: it is not asked again in this run. */
  public synchronized void distrust(Hash id, DeviceId peer) {
    distrusted.computeIfAbsent(id, _ -> new HashSet<>()).add(peer);
  }

  /** This peer could not give it: others are asked before it is tried again. */
  public synchronized void failed(Hash id, DeviceId peer) {
    failed.computeIfAbsent(id, _ -> new HashSet<>()).add(peer);
  }

  /** Somebody wants another try. */
  public synchronized void forgive(Hash id) {
    failed.remove(id);
  }
}
