package paloma.sync;

import java.util.List;
import paloma.model.DeviceId;
import paloma.model.SignedRelease;

/**
 * Releases that are told on links: a port. Called from the link's tasks; calls must not wait for a
 * network.
 */
public interface Offerings {
  /** What lies here for this peer; empty when nothing is told. */
  List<SignedRelease> forPeer(DeviceId peer);

  /** All that lies at the peer from now on; whoever signed it is to be checked. */
  void heard(DeviceId peer, List<SignedRelease> releases);

  /** The link has ended: what the peer had can't be asked for. */
  void ended(DeviceId peer);
}
