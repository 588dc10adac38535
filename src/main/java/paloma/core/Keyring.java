package paloma.core;

import java.util.Optional;
import java.util.function.Function;
import paloma.identity.Identity;
import paloma.model.DeviceId;
import paloma.model.Signing;
import paloma.peers.PeerBook;

/** Signs with our key and checks with the keys of everybody met. Thread-safe. */
public final class Keyring implements Signing {
  private final Identity identity;
  private final PeerBook peers;
  private final Function<DeviceId, Optional<byte[]>> named;

  /**
   * @param named keys of those who were not met but named, as by a group
   */
  public Keyring(Identity identity, PeerBook peers, Function<DeviceId, Optional<byte[]>> named) {
    this.identity = identity;
    this.peers = peers;
    this.named = named;
  }

  @Override
  public DeviceId ourselves() {
    return identity.id();
  }

  @Override
  public byte[] sign(String context, byte[] bytes) {
    return identity.sign(context, bytes);
  }

  @Override
  public boolean verify(DeviceId device, String context, byte[] bytes, byte[] signature) {
    if (device.equals(identity.id())) {
      return Identity.verify(identity.publicKey(), context, bytes, signature);
    }
    return peers
        .publicKey(device)
        .or(() -> named.apply(device))
        .filter(key -> DeviceId.ofKey(key).equals(device))
        .map(key -> Identity.verify(key, context, bytes, signature))
        .orElse(false);
  }
}
