package paloma.net;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Hears one group of IPv6 on some interfaces, with a port for each. A port of Java's for all of
 * IPv6 hears IPv4 as well and would wake for everything that another port has heard already; it is
 * what is left where a group can't be bound. Thread-safe.
 */
public final class GroupPorts implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.net");

  private final InetAddress group;
  private final int port;
  private final Consumer<DatagramPort> opened;
  private final Map<Nic, DatagramPort> ports = new HashMap<>();
  private DatagramPort shared;
  private boolean closed;

  /**
   * @param opened reads a port until it is closed; called for each, must not block
   */
  public GroupPorts(InetAddress group, int port, Consumer<DatagramPort> opened) {
    this.group = group;
    this.port = port;
    this.opened = opened;
  }

  /** Hears on just these interfaces; false when some could not be joined. */
  public synchronized boolean use(List<Nic> nics) {
    if (closed) return false;
    for (var gone : List.copyOf(ports.keySet())) {
      if (!nics.contains(gone)) ports.remove(gone).close();
    }
    if (shared != null) return shared.join(nics);
    for (var nic : nics) {
      if (ports.containsKey(nic)) continue;
      try {
        var own = DatagramPort.only(group, nic, port);
        ports.put(nic, own);
        opened.accept(own);
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.DEBUG, "no port of its own on " + nic.name() + ": " + e.getMessage());
        return share(nics);
      }
    }
    return true;
  }

  private boolean share(List<Nic> nics) {
    ports.values().forEach(DatagramPort::close);
    ports.clear();
    try {
      shared = DatagramPort.open(StandardProtocolFamily.INET6, group, port);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.INFO, "no discovery by IPv6: " + e.getMessage());
      return false;
    }
    boolean all = shared.join(nics);
    opened.accept(shared);
    return all;
  }

  /**
   * Leaves all groups and joins them again, as after a sleep in which a switch forgot us; false
   * when some could not be joined.
   */
  public synchronized boolean renew(List<Nic> nics) {
    ports.values().forEach(DatagramPort::close);
    ports.clear();
    return use(nics);
  }

  public synchronized int sockets() {
    return ports.size() + (shared == null ? 0 : 1);
  }

  @Override
  public synchronized void close() {
    closed = true;
    ports.values().forEach(DatagramPort::close);
    if (shared != null) shared.close();
  }
}
