package paloma.wire.secure;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import paloma.identity.Identity;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Presence;
import paloma.model.Profile;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** Real wires on the loopback interface, on ports of their own. */
final class Lan implements AutoCloseable {
  static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  final SystemTime time = new SystemTime();
  final Tasks tasks = new Tasks(time);
  final int firstPort;
  final int discoveryPort;
  private final List<AutoCloseable> open = new ArrayList<>();
  private long instances = 100;

  Lan() throws IOException {
    try (var tcp = new ServerSocket(0);
        var udp = new DatagramSocket()) {
      firstPort = tcp.getLocalPort();
      discoveryPort = udp.getLocalPort();
    }
  }

  SecureWire wire(Identity me) {
    return wire(me, Limits.STANDARD);
  }

  SecureWire wire(Identity me, Limits limits) {
    var options = new WireOptions(firstPort, List.of(LOOPBACK), discoveryPort, false);
    var wire = new SecureWire(me, 1, ++instances, options, tasks, limits);
    open.add(wire);
    return wire;
  }

  SecureWire started(Identity me, String name, Heard heard) throws IOException {
    var wire = wire(me);
    wire.start(heard);
    wire.announce(profile(me.id(), 1, name));
    return wire;
  }

  Endpoint at(SecureWire wire) {
    return new Endpoint(LOOPBACK, wire.port());
  }

  static Profile profile(DeviceId id, long counter, String name) {
    return new Profile(
        id, counter, name, "Sales", "", "", "", "pc-1", Presence.ONLINE, "00".repeat(32));
  }

  @Override
  public void close() throws Exception {
    for (var each : open) each.close();
    tasks.close();
    time.close();
  }
}
