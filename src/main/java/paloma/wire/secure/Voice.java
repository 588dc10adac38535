package paloma.wire.secure;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import paloma.net.DatagramPort;
import paloma.net.Nic;

/** Says the same bytes by every way out of every interface, and counts what came of it. */
final class Voice implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.wire");
  private static final InetAddress ANY_6 = InetAddress.ofLiteral("::");

  private final int port;
  private final boolean restricted;
  private final Findings findings;
  private final Map<InetAddress, DatagramPort> senders = new HashMap<>();
  private final LongAdder out = new LongAdder();
  private DatagramPort port4;
  private DatagramPort port6;
  private List<Nic> nics = List.of();
  private boolean complete;

  /**
   * @param restricted only chosen addresses are sent from
   */
  Voice(int port, boolean restricted, Findings findings) {
    this.port = port;
    this.restricted = restricted;
    this.findings = findings;
  }

  /**
   * @param port4 the port that hears IPv4, null where there is none; its owner closes it
   */
  synchronized void start(DatagramPort port4) {
    this.port4 = port4;
    if (!restricted) port6 = open(ANY_6);
  }

  private DatagramPort open(InetAddress from) {
    var group = from instanceof Inet4Address ? Beacon.GROUP_4 : Beacon.GROUP_6;
    try {
      return DatagramPort.from(from, InetAddress.ofLiteral(group), port);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.INFO, "not sending from " + from.getHostAddress() + ": " + e.getMessage());
      return null;
    }
  }

  synchronized void use(List<Nic> chosen) {
    nics = chosen;
    complete = true;
    if (!restricted) return;
    senders.values().forEach(DatagramPort::close);
    senders.clear();
    for (var nic : chosen) {
      for (var local : nic.locals()) {
        var sender = open(local.address());
        if (sender != null) senders.put(local.address(), sender);
        complete &= sender != null;
      }
    }
  }

  /** Sends by all ways; false when some way did not take it. */
  synchronized boolean send(byte[] announcement) {
    boolean all = complete;
    for (var nic : nics) {
      if (nic.has4()) {
        all &= multicast(sender(port4, nic, Inet4Address.class), nic, 1, announcement);
      }
      if (Beacon.multicasts6(nic)) {
        all &= multicast(sender(port6, nic, Inet6Address.class), nic, 2, announcement);
      }
      for (var to : broadcasts(nic)) all &= broadcast(nic, to, announcement);
    }
    return all;
  }

  private static HashSet<InetAddress> broadcasts(Nic nic) {
    var all = new HashSet<InetAddress>();
    for (var local : nic.locals()) {
      if (local.broadcast() != null) all.add(local.broadcast());
    }
    return all;
  }

  private boolean multicast(DatagramPort from, Nic nic, int way, byte[] announcement) {
    if (from == null) return true; // this machine lacks the family: trying again does not help
    return count(nic, way, () -> from.multicast(tagged(way, announcement), nic));
  }

  private boolean broadcast(Nic nic, InetAddress to, byte[] announcement) {
    var from = sender(port4, nic, Inet4Address.class);
    if (from == null) return true;
    return count(nic, 3, () -> from.broadcast(tagged(3, announcement), to));
  }

  private interface Sending {
    void run() throws IOException;
  }

  private boolean count(Nic nic, int way, Sending sending) {
    boolean worked;
    try {
      sending.run();
      out.increment();
      worked = true;
    } catch (IOException e) {
      LOG.log(Level.DEBUG, Beacon.way(way) + " on " + nic.name() + ": " + e.getMessage());
      worked = false;
    }
    findings.sent(nic, Beacon.way(way), worked);
    return worked;
  }

  private DatagramPort sender(DatagramPort shared, Nic nic, Class<?> family) {
    if (!restricted) return shared;
    return nic.locals().stream()
        .map(Nic.Local::address)
        .filter(family::isInstance)
        .map(senders::get)
        .filter(port -> port != null)
        .findFirst()
        .orElse(null);
  }

  private static ByteBuffer tagged(int way, byte[] announcement) {
    var bytes = ByteBuffer.allocate(1 + announcement.length);
    return bytes.put((byte) way).put(announcement).flip();
  }

  long out() {
    return out.sum();
  }

  synchronized int sockets() {
    return senders.size() + (port6 == null ? 0 : 1);
  }

  @Override
  public synchronized void close() {
    senders.values().forEach(DatagramPort::close);
    if (port6 != null) port6.close();
  }
}
