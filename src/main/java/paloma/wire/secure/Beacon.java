package paloma.wire.secure;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import paloma.net.DatagramPort;
import paloma.net.Nic;
import paloma.work.Tasks;

/**
 * Says the same bytes by multicast (IPv4 and IPv6) and broadcast out of every interface, and hears
 * what others say so. One byte before the announcement tells the way: it is not signed, it only
 * helps to see which ways a network lets through.
 */
final class Beacon implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.wire");

  /** Administratively scoped, RFC 2365; and a transient group of the link, "Palo" in ASCII. */
  static final String GROUP_4 = "239.255.80.76";

  static final String GROUP_6 = "ff12::5061:6c6f";

  /** The words for ways; a way's number on the wire is its place here, from 1. */
  private static final List<String> WAYS = List.of("multicast4", "multicast6", "broadcast");

  /** One more than the longest, so that a longer one is noticed. */
  private static final int BUFFER = 1 + Announcement.MOST_ACCEPTED + 1;

  /** Where announcements go. Called from the receiving tasks. */
  interface Hearer {
    void heard(byte[] announcement, InetAddress from, String way);
  }

  private final Tasks tasks;
  private final int port;
  private final boolean restricted;
  private final Map<InetAddress, DatagramPort> senders = new HashMap<>();
  private final LongAdder in = new LongAdder();
  private final LongAdder out = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private DatagramPort port4;
  private DatagramPort port6;
  private volatile List<Nic> nics = List.of();
  private boolean complete;

  /**
   * @param restricted only chosen addresses are used: others are neither sent from nor heard
   */
  Beacon(Tasks tasks, int port, boolean restricted) {
    this.tasks = tasks;
    this.port = port;
    this.restricted = restricted;
  }

  /** Opens what this machine has; tells when the port can't be shared. */
  synchronized void start(Hearer hearer, IntConsumer taken) {
    port4 = open(StandardProtocolFamily.INET, GROUP_4);
    port6 = open(StandardProtocolFamily.INET6, GROUP_6);
    if (port4 == null && port6 == null) taken.accept(port);
    if (port4 != null) tasks.start("beacon-4", () -> listen(port4, hearer, Inet4Address.class));
    if (port6 != null) tasks.start("beacon-6", () -> listen(port6, hearer, Inet6Address.class));
  }

  private DatagramPort open(ProtocolFamily family, String group) {
    try {
      return DatagramPort.open(family, InetAddress.ofLiteral(group), port);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.INFO, "no discovery by " + family + ": " + e.getMessage());
      return null;
    }
  }

  /** Is heard and hears on just these interfaces. */
  synchronized void use(List<Nic> chosen) {
    nics = chosen;
    complete = true;
    if (port4 != null) complete &= port4.join(chosen.stream().filter(Nic::has4).toList());
    if (port6 != null) complete &= port6.join(chosen.stream().filter(Beacon::multicasts6).toList());
    if (restricted) openSenders(chosen);
  }

  private void openSenders(List<Nic> chosen) {
    senders.values().forEach(DatagramPort::close);
    senders.clear();
    for (var nic : chosen) {
      for (var local : nic.locals()) {
        var group = local.address() instanceof Inet4Address ? GROUP_4 : GROUP_6;
        try {
          senders.put(
              local.address(),
              DatagramPort.from(local.address(), InetAddress.ofLiteral(group), port));
        } catch (IOException e) {
          complete = false;
          LOG.log(Level.DEBUG, "sending from " + local.address() + ": " + e.getMessage());
        }
      }
    }
  }

  /** The loopback interface has no address that an IPv6 multicast could come from. */
  private static boolean multicasts6(Nic nic) {
    return nic.has6() && !nic.loopback();
  }

  /** By how many ways one peer hears us, at most. */
  int ways() {
    int most = 1;
    for (var nic : nics) {
      boolean broadcast = nic.locals().stream().anyMatch(local -> local.broadcast() != null);
      most = Math.max(most, (nic.has4() ? 1 : 0) + (nic.has6() ? 1 : 0) + (broadcast ? 1 : 0));
    }
    return most;
  }

  /** Sends by all ways; false when some way did not take it. */
  synchronized boolean send(byte[] announcement) {
    boolean all = complete;
    for (var nic : nics) {
      if (nic.has4()) all &= multicast(port4, nic, Inet4Address.class, 1, announcement);
      if (multicasts6(nic)) all &= multicast(port6, nic, Inet6Address.class, 2, announcement);
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

  private boolean multicast(
      DatagramPort shared, Nic nic, Class<?> family, int way, byte[] announcement) {
    var from = sender(shared, nic, family);
    if (from == null) return true; // this machine lacks the family: trying again does not help
    try {
      from.multicast(tagged(way, announcement), nic);
      out.increment();
      return true;
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "multicast on " + nic.name() + ": " + e.getMessage());
      return false;
    }
  }

  private boolean broadcast(Nic nic, InetAddress to, byte[] announcement) {
    var from = sender(port4, nic, Inet4Address.class);
    if (from == null) return true;
    try {
      from.broadcast(tagged(3, announcement), to);
      out.increment();
      return true;
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "broadcast to " + to.getHostAddress() + ": " + e.getMessage());
      return false;
    }
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

  private void listen(DatagramPort port, Hearer hearer, Class<?> family) throws IOException {
    var buffer = ByteBuffer.allocateDirect(BUFFER);
    while (port.open()) {
      InetSocketAddress from;
      try {
        from = port.receive(buffer.clear());
      } catch (IOException e) {
        if (!port.open()) return;
        LOG.log(Level.DEBUG, "receiving: " + e.getMessage());
        continue;
      }
      // A port of IPv6 hears IPv4 as well; the other port has heard that already.
      if (from == null || !family.isInstance(from.getAddress())) continue;
      in.increment();
      take(buffer.flip(), from.getAddress(), hearer);
    }
  }

  private void take(ByteBuffer datagram, InetAddress from, Hearer hearer) {
    int way = datagram.hasRemaining() ? datagram.get() : 0;
    boolean foreign = restricted && nics.stream().noneMatch(nic -> nic.reaches(from));
    if (foreign || way < 1 || way > WAYS.size() || datagram.remaining() >= BUFFER - 1) {
      refused.increment();
      return;
    }
    var bytes = new byte[datagram.remaining()];
    datagram.get(bytes);
    try {
      hearer.heard(bytes, from, WAYS.get(way - 1));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "hearing " + Arrays.toString(bytes), e);
    }
  }

  long in() {
    return in.sum();
  }

  long out() {
    return out.sum();
  }

  long refused() {
    return refused.sum();
  }

  synchronized int sockets() {
    return (port4 == null ? 0 : 1) + (port6 == null ? 0 : 1) + senders.size();
  }

  @Override
  public synchronized void close() {
    if (port4 != null) port4.close();
    if (port6 != null) port6.close();
    senders.values().forEach(DatagramPort::close);
  }
}
