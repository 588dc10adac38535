package paloma.peers;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import paloma.model.DeviceId;

/** Where contacts have proved their keys; bounded, the oldest make room. Not thread-safe. */
final class ProvedAddresses {
  private static final int MOST = 4_096;

  private final Map<InetAddress, DeviceId> at = new LinkedHashMap<>();

  void add(InetAddress address, DeviceId contact) {
    at.remove(address);
    at.put(address, contact);
    if (at.size() > MOST) at.remove(at.keySet().iterator().next());
  }

  /** Who did so there last; null when nobody. */
  DeviceId at(InetAddress address) {
    return at.get(address);
  }
}
