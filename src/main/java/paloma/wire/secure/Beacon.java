package paloma.wire.secure;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import paloma.net.DatagramPort;
import paloma.net.GroupPorts;
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
  private final Voice voice;
  private final GroupPorts ports6;
  private final LongAdder in = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private volatile Hearer hearer;
  private volatile List<Nic> nics = List.of();
  private DatagramPort port4;
  private boolean complete;

  /**
   * @param restricted only chosen addresses are used: others are neither sent from nor heard
   */
  Beacon(Tasks tasks, int port, boolean restricted, Findings findings) {
    this.tasks = tasks;
    this.port = port;
    this.restricted = restricted;
    voice = new Voice(port, restricted, findings);
    ports6 =
        new GroupPorts(
            InetAddress.ofLiteral(GROUP_6),
            port,
            opened -> tasks.listen("beacon-6", () -> listen(opened, Inet6Address.class)));
  }

  /** Opens what this machine has; tells when the port can't be shared. */
  synchronized void start(Hearer hearer, IntConsumer taken) {
    this.hearer = hearer;
    try {
      var group = InetAddress.ofLiteral(GROUP_4);
      port4 = DatagramPort.open(StandardProtocolFamily.INET, group, port);
      tasks.listen("beacon-4", () -> listen(port4, Inet4Address.class));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.INFO, "no discovery by IPv4: " + e.getMessage());
      taken.accept(port);
    }
    voice.start(port4);
  }

  /** Is heard and hears on just these interfaces. */
  synchronized void use(List<Nic> chosen) {
    nics = chosen;
    complete = join4() & ports6.use(multicasting6());
    voice.use(chosen);
  }

  /** Joins all groups anew: after a sleep a switch may have forgotten that we are members. */
  synchronized void rejoin() {
    complete = join4() & ports6.renew(multicasting6());
    voice.use(nics);
  }

  private boolean join4() {
    return port4 == null || port4.join(nics.stream().filter(Nic::has4).toList());
  }

  private List<Nic> multicasting6() {
    return nics.stream().filter(Beacon::multicasts6).toList();
  }

  /** The loopback interface has no address that an IPv6 multicast could come from. */
  static boolean multicasts6(Nic nic) {
    return nic.has6() && !nic.loopback();
  }

  static String way(int number) {
    return WAYS.get(number - 1);
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

  /** Sends by all ways; false when some way did not take it, or some group could not be joined. */
  synchronized boolean send(byte[] announcement) {
    return voice.send(announcement) & complete;
  }

  private void listen(DatagramPort port, Class<?> family) throws IOException {
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
      // A shared port of IPv6 hears IPv4 as well; the other port has heard that already.
      if (from == null || !family.isInstance(from.getAddress())) continue;
      in.increment();
      take(buffer.flip(), from.getAddress());
    }
  }

  private void take(ByteBuffer datagram, InetAddress from) {
    int way = datagram.hasRemaining() ? datagram.get() : 0;
    boolean foreign = restricted && nics.stream().noneMatch(nic -> nic.reaches(from));
    if (foreign || way < 1 || way > WAYS.size() || datagram.remaining() >= BUFFER - 1) {
      refused.increment();
      return;
    }
    var bytes = new byte[datagram.remaining()];
    datagram.get(bytes);
    try {
      hearer.heard(bytes, from, way(way));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "hearing " + Arrays.toString(bytes), e);
    }
  }

  long in() {
    return in.sum();
  }

  long out() {
    return voice.out();
  }

  long refused() {
    return refused.sum();
  }

  synchronized int sockets() {
    return (port4 == null ? 0 : 1) + ports6.sockets() + voice.sockets();
  }

  @Override
  public synchronized void close() {
    if (port4 != null) port4.close();
    ports6.close();
    voice.close();
  }
}
