package paloma.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Which addresses belong to a local network: only such are dialled because of a datagram. */
public final class Reach {
  private Reach() {}

  /** Private by its form, or in the network of one of our addresses. */
  public static boolean local(InetAddress address, List<Nic> nics) {
    if (address.isAnyLocalAddress() || address.isMulticastAddress()) return false;
    return privateForm(address) || nics.stream().anyMatch(nic -> nic.reaches(address));
  }

  /** Whether this is an address of this machine. */
  public static boolean own(InetAddress address, List<Nic> nics) {
    return address.isLoopbackAddress()
        || nics.stream()
            .flatMap(nic -> nic.locals().stream())
            .anyMatch(local -> local.address().equals(address));
  }

  private static boolean privateForm(InetAddress address) {
    if (address.isLoopbackAddress() || address.isLinkLocalAddress()) return true;
    var bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (address instanceof Inet4Address) {
      return first == 10
          || first == 172 && second >> 4 == 1
          || first == 192 && second == 168
          || first == 100 && second >> 6 == 1; // shared by carriers and many VPNs, RFC 6598
    }
    return (first & 0xfe) == 0xfc;
  }
}
