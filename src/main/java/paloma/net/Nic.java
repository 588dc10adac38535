package paloma.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * A network interface that is up, as it was when somebody looked.
 *
 * @param index the system's number of it; the scope of its link-local IPv6 addresses
 */
public record Nic(String name, int index, boolean loopback, List<Local> locals) {
  public Nic {
    locals = List.copyOf(locals);
  }

  /**
   * One of its addresses.
   *
   * @param prefix how many leading bits all of its network share
   * @param broadcast null where there is none, as always in IPv6
   */
  public record Local(InetAddress address, int prefix, InetAddress broadcast) {
    /** Whether the other address lies in the same network. */
    public boolean reaches(InetAddress other) {
      var mine = address.getAddress();
      var its = other.getAddress();
      if (mine.length != its.length || prefix <= 0) return false;
      int whole = Math.min(prefix / 8, mine.length);
      if (!Arrays.equals(mine, 0, whole, its, 0, whole)) return false;
      int bits = whole == mine.length ? 0 : prefix % 8;
      return bits == 0 || (mine[whole] & 0xff) >> 8 - bits == (its[whole] & 0xff) >> 8 - bits;
    }
  }

  public boolean has4() {
    return locals.stream().anyMatch(local -> local.address() instanceof Inet4Address);
  }

  public boolean has6() {
    return locals.stream().anyMatch(local -> local.address() instanceof Inet6Address);
  }

  /** Whether what comes from there may have come in by this interface. */
  public boolean reaches(InetAddress other) {
    if (other instanceof Inet6Address six && six.isLinkLocalAddress()) {
      return six.getScopeId() == index || locals.stream().anyMatch(l -> l.address().equals(six));
    }
    return locals.stream().anyMatch(local -> local.reaches(other));
  }

  /** For people: {@code eth0 192.168.1.5}. */
  public String text() {
    var text = new StringBuilder(name);
    for (var local : locals) {
      var host = local.address().getHostAddress();
      int scope = host.indexOf('%');
      text.append(' ').append(scope < 0 ? host : host.substring(0, scope));
    }
    return text.toString();
  }
}
