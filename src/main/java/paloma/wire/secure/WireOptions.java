package paloma.wire.secure;

import java.net.InetAddress;
import java.util.List;

/**
 * What a person or an administrator may set about the wire.
 *
 * @param firstPort the first TCP port to try; then the next nine, then any free one
 * @param binds only these local addresses; empty for all of every interface that is up
 * @param discoveryPort the UDP port that all profiles of a LAN share
 * @param mdns whether to be seen and to look by mDNS too
 */
public record WireOptions(int firstPort, List<InetAddress> binds, int discoveryPort, boolean mdns) {
  public static final int FIRST_PORT = 24250;
  public static final int DISCOVERY_PORT = 24250;

  public WireOptions {
    binds = List.copyOf(binds);
  }

  public static WireOptions standard() {
    return new WireOptions(FIRST_PORT, List.of(), DISCOVERY_PORT, true);
  }
}
