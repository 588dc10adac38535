package paloma.sync;

import java.util.Optional;
import paloma.model.DeviceId;
import paloma.model.Hash;

/**
 * Small pictures that profiles name: a port. Called from the link's reader; calls must not wait for
 * a network.
 */
public interface Blobs {
  /** What a peer's profile names and is not here; empty when nothing is wanted of it. */
  Optional<Hash> wanted(DeviceId peer);

  /** What lies here for this peer under that hash; empty when it gets none. */
  Optional<byte[]> blob(DeviceId peer, Hash hash);

  /** Something that was asked for has come and has that hash; what it is, is to be checked. */
  void came(DeviceId peer, Hash hash, byte[] bytes);
}
