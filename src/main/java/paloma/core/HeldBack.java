package paloma.core;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import paloma.model.DeviceId;
import paloma.model.Problem;
import paloma.peers.PeerBook;

/** Tells once of each device that takes nothing from us, for what reason. Thread-safe. */
final class HeldBack {
  private final PeerBook peers;
  private final Notices notices;
  private final Set<DeviceId> told = ConcurrentHashMap.newKeySet();

  HeldBack(PeerBook peers, Notices notices) {
    this.peers = peers;
    this.notices = notices;
  }

  /** A peer holds back what we said; its word is not shown, it chooses a sentence of ours. */
  void heard(DeviceId peer, String reason) {
    boolean blocked = reason.equals(Strangers.BLOCKED);
    if (!blocked && !reason.equals(Strangers.QUOTA) || !told.add(peer)) return;
    var name = peers.nameOf(peer);
    var code = blocked ? "held-back-blocked" : "held-back-quota";
    notices.post(new Notice.ProblemArose(Problem.refused(code, name)));
  }
}
