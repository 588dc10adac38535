package paloma.peers;

import java.util.Collection;
import java.util.List;
import paloma.model.DeviceId;
import paloma.model.Peer;
import paloma.model.Problem;

/** Finds the person somebody means. Pure. */
public final class Directory {
  /** Fewer characters of an id are no more than a guess. */
  private static final int LEAST_PREFIX = 6;

  private Directory() {}

  /**
   * By id, a name, name@host, the beginning of an id, or the computer of a single person; a name
   * may be in any case. Somebody present is meant rather than an absent person of the same name.
   */
  public static Peer find(Collection<Peer> peers, String words) {
    var exact = DeviceId.parse(words);
    if (exact.isPresent()) {
      return one(peers.stream().filter(p -> p.devices().contains(exact.get())).toList(), words);
    }
    var named = peers.stream().filter(p -> isCalled(p, words)).toList();
    if (named.size() > 1) {
      var present = named.stream().filter(Peer::present).toList();
      if (present.size() == 1) return present.getFirst();
    }
    if (!named.isEmpty()) return one(named, words);
    var begun = begun(peers, words);
    return one(begun.isEmpty() ? at(peers, words) : begun, words);
  }

  /** By an id or the beginning of one only: a name may be anybody's. */
  public static Peer withId(Collection<Peer> peers, String words) {
    return one(begun(peers, words), words);
  }

  private static List<Peer> begun(Collection<Peer> peers, String words) {
    if (words.replace("-", "").length() < LEAST_PREFIX) return List.of();
    return peers.stream()
        .filter(p -> p.devices().stream().anyMatch(d -> d.beginsWith(words)))
        .toList();
  }

  /** Whoever works at a computer; several where they share it. */
  private static List<Peer> at(Collection<Peer> peers, String host) {
    return peers.stream().filter(p -> host.equalsIgnoreCase(p.profile().host())).toList();
  }

  private static boolean isCalled(Peer peer, String words) {
    if (peer.name().equalsIgnoreCase(words)) return true;
    var atHost = peer.name() + "@" + peer.profile().host();
    return atHost.equalsIgnoreCase(words);
  }

  private static Peer one(List<Peer> found, String words) {
    if (found.size() == 1) return found.getFirst();
    if (found.isEmpty()) throw Problem.unknown("unknown-peer", words).exception();
    var candidates =
        found.stream()
            .map(p -> p.name() + "@" + p.profile().host() + " " + p.id().text())
            .toArray(String[]::new);
    throw Problem.unknown("ambiguous-name", words, String.join("\n", candidates)).exception();
  }
}
