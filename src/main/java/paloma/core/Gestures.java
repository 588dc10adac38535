package paloma.core;

import java.time.Duration;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Peer;
import paloma.model.Presence;
import paloma.model.Problem;
import paloma.model.Trust;
import paloma.peers.PeerBook;
import paloma.work.Time;

/**
 * Typing and nudges: signals that are neither stored nor repeated, said only to those who are
 * linked. Both ends count: whoever signals too often is not heard. Thread-safe.
 */
final class Gestures {
  /** Kinds of signals; the numbers are wire format. */
  static final int TYPING = 1;

  static final int NUDGE = 2;

  private static final Duration TYPING_PAUSE = Duration.ofSeconds(3);
  private static final Duration NUDGE_PAUSE = Duration.ofSeconds(10);

  /** A network may bring two signals closer together than they were said. */
  private static final Duration JITTER = Duration.ofSeconds(1);

  private record From(DeviceId peer, ConversationId in) {}

  private final PeerBook peers;
  private final OwnProfile profile;
  private final Notices notices;
  private final Seldom<ConversationId> typed;
  private final Seldom<From> heardTyping;
  private final Seldom<DeviceId> nudged;
  private final Seldom<DeviceId> heardNudge;
  private Correspondence correspondence;
  private Links links;

  Gestures(PeerBook peers, OwnProfile profile, Notices notices, Time time) {
    this.peers = peers;
    this.profile = profile;
    this.notices = notices;
    typed = new Seldom<>(TYPING_PAUSE, time);
    heardTyping = new Seldom<>(TYPING_PAUSE.minus(JITTER), time);
    nudged = new Seldom<>(NUDGE_PAUSE, time);
    heardNudge = new Seldom<>(NUDGE_PAUSE.minus(JITTER), time);
  }

  void start(Correspondence correspondence, Links links) {
    this.correspondence = correspondence;
    this.links = links;
  }

  /** We are writing. Whoever is invisible writes unseen. */
  void typing(ConversationId in) {
    if (profile.profile().presence() == Presence.INVISIBLE || !typed.take(in)) return;
    for (var other : correspondence.others(in)) {
      if (peers.trustOf(other) == Trust.NEW || peers.trustOf(other) == Trust.BLOCKED) continue;
      links.with(other).ifPresent(link -> link.signal(in, TYPING));
    }
  }

  void nudge(ConversationId in) {
    var others = correspondence.others(in);
    if (others.isEmpty()) throw Problem.unknown("unknown-conversation", in.text()).exception();
    if (others.stream().allMatch(o -> peers.trustOf(o) == Trust.BLOCKED)) {
      throw Problem.refused("peer-blocked").exception();
    }
    var there =
        others.stream()
            .filter(o -> peers.trustOf(o) != Trust.BLOCKED)
            .filter(o -> links.with(o).isPresent() && seen(o))
            .toList();
    if (there.isEmpty()) throw Problem.failed("nudge-away").exception();
    var now = there.stream().filter(nudged::take).toList();
    if (now.isEmpty()) {
      throw Problem.refused("nudge-too-soon", String.valueOf(NUDGE_PAUSE.toSeconds())).exception();
    }
    now.forEach(o -> links.with(o).ifPresent(link -> link.signal(in, NUDGE)));
  }

  /** A peer signals: of strangers, of the blocked and of other conversations nothing is heard. */
  void heard(DeviceId peer, ConversationId in, int kind) {
    var trust = peers.trustOf(peer);
    if (trust == Trust.NEW || trust == Trust.BLOCKED) return;
    if (!correspondence.others(in).contains(peer)) return;
    if (kind == TYPING && heardTyping.take(new From(peer, in))) {
      notices.post(new Notice.Typing(in, peer));
    }
    if (kind == NUDGE && heardNudge.take(peer)) notices.post(new Notice.Nudged(in, peer));
  }

  /** Whether others may see that somebody is there: a link remains also with the invisible. */
  private boolean seen(DeviceId peer) {
    return peers.peer(peer).map(Peer::present).orElse(false);
  }
}
