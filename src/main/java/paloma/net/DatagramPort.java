package paloma.net;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A UDP port of one IP version that several programs and users of this machine share: each of them
 * hears every multicast and every broadcast. Thread-safe; {@link #receive} is for one thread.
 */
public final class DatagramPort implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.net");

  private final DatagramChannel channel;
  private final InetAddress group;
  private final int port;
  private final Map<Integer, MembershipKey> joined = new HashMap<>();

  private DatagramPort(DatagramChannel channel, InetAddress group, int port) {
    this.channel = channel;
    this.group = group;
    this.port = port;
  }

  /**
   * Opens a port that only sends, from one address of this machine: others answer to that one.
   *
   * @param port where the group listens
   */
  public static DatagramPort from(InetAddress address, InetAddress group, int port)
      throws IOException {
    var family =
        address instanceof Inet4Address
            ? StandardProtocolFamily.INET
            : StandardProtocolFamily.INET6;
    return open(family, group, port, new InetSocketAddress(address, 0));
  }

  /**
   * Opens the port for a multicast group; nothing is joined yet.
   *
   * @throws IOException where this machine lacks that IP version, or keeps the port to itself
   */
  public static DatagramPort open(ProtocolFamily family, InetAddress group, int port)
      throws IOException {
    return open(family, group, port, new InetSocketAddress(port));
  }

  /**
   * Opens a port that hears one group of IPv6 on one interface and nothing else: what is not for
   * the group, all of IPv4 for instance, does not even wake its reader. Joined already.
   *
   * @throws IOException also where the system lets nobody bind a group, as Windows does
   */
  public static DatagramPort only(InetAddress group, Nic nic, int port) throws IOException {
    var scoped = Inet6Address.getByAddress(null, group.getAddress(), nic.index());
    var local = new InetSocketAddress(scoped, port);
    var opened = open(StandardProtocolFamily.INET6, group, port, local);
    if (opened.join(List.of(nic))) return opened;
    opened.close();
    throw new IOException("can't join on " + nic.name());
  }

  private static DatagramPort open(
      ProtocolFamily family, InetAddress group, int port, InetSocketAddress local)
      throws IOException {
    var channel = DatagramChannel.open(family);
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      // macOS shares a port by this one; Linux by the other, also between users.
      if (channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      }
      if (family == StandardProtocolFamily.INET) {
        channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
      }
      channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 1);
      channel.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
      channel.bind(local);
      return new DatagramPort(channel, group, port);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Is a member of the group on just these interfaces; false when some could not be joined. */
  public synchronized boolean join(List<Nic> nics) {
    joined.values().forEach(MembershipKey::drop);
    joined.clear();
    boolean all = true;
    for (var nic : nics) {
      try {
        var handle = NetworkInterface.getByIndex(nic.index());
        if (handle == null) throw new IOException("no such interface any more");
        joined.put(nic.index(), channel.join(group, handle));
      } catch (IOException | RuntimeException e) {
        all = false;
        LOG.log(Level.DEBUG, "joining " + group + " on " + nic.name() + ": " + e.getMessage());
      }
    }
    return all;
  }

  /** To the group, out of one interface. */
  public synchronized void multicast(ByteBuffer bytes, Nic nic) throws IOException {
    var key = joined.get(nic.index());
    var handle = key == null ? NetworkInterface.getByIndex(nic.index()) : key.networkInterface();
    if (handle == null) throw new IOException(nic.name() + " is gone");
    channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, handle);
    channel.send(bytes, new InetSocketAddress(group, port));
  }

  /** To a directed broadcast address. */
  public void broadcast(ByteBuffer bytes, InetAddress to) throws IOException {
    channel.send(bytes, new InetSocketAddress(to, port));
  }

  /**
   * Waits for a datagram; what does not fit the buffer is cut off. Interrupting closes the port.
   */
  public InetSocketAddress receive(ByteBuffer into) throws IOException {
    return (InetSocketAddress) channel.receive(into);
  }

  public boolean open() {
    return channel.isOpen();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (ClosedChannelException e) {
      LOG.log(Level.TRACE, "closed twice");
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing port " + port, e);
    }
  }
}
