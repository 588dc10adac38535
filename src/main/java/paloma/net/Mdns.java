package paloma.net;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import paloma.work.Tasks;

/**
 * Publishes one service by mDNS and finds others of its type, with one jmdns on an address of each
 * interface. Opening and closing take seconds, so they are done by tasks and waited for by nobody.
 */
public final class Mdns implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.net");

  /** Each costs five threads; who has more interfaces has virtual ones. */
  private static final int MOST_INSTANCES = 8;

  /** Who found something is told on a thread of jmdns. */
  public interface Finder {
    /** Whether it could be opened on an address of this machine; told on a task. */
    void opened(InetAddress address, boolean works);

    void found(Map<String, String> texts, List<InetAddress> addresses);
  }

  private final Tasks tasks;
  private final String type;
  private final String name;
  private final Finder finder;
  private final Map<InetAddress, Instance> instances = new HashMap<>();
  private int port;
  private Map<String, String> texts = Map.of();
  private boolean closed;

  /**
   * @param type such as {@code _x._tcp.local.}
   * @param name unique on the LAN: jmdns then never has to find another one
   */
  public Mdns(Tasks tasks, String type, String name, Finder finder) {
    this.tasks = tasks;
    this.type = type;
    this.name = name;
    this.finder = finder;
  }

  /** Runs on just these interfaces; what is there already stays. */
  public synchronized void use(List<Nic> nics) {
    if (closed) return;
    var wanted = new HashSet<InetAddress>();
    for (var nic : nics) {
      if (wanted.size() < MOST_INSTANCES && !nic.locals().isEmpty()) wanted.add(address(nic));
    }
    for (var gone : List.copyOf(instances.keySet())) {
      if (!wanted.contains(gone)) instances.remove(gone).end();
    }
    for (var address : wanted) {
      instances.computeIfAbsent(address, Instance::new).begin();
    }
  }

  /** Changes what is published; the first call publishes. */
  public synchronized void publish(int port, Map<String, String> texts) {
    this.port = port;
    this.texts = Map.copyOf(texts);
    instances.values().forEach(Instance::publish);
  }

  public synchronized int sockets() {
    return instances.size();
  }

  /** One address an interface: IPv4 where there is one, else of the link. */
  private static InetAddress address(Nic nic) {
    var all = nic.locals().stream().map(Nic.Local::address).toList();
    return all.stream()
        .filter(Inet4Address.class::isInstance)
        .findFirst()
        .or(() -> all.stream().filter(InetAddress::isLinkLocalAddress).findFirst())
        .orElse(all.getFirst());
  }

  /** Begins to close and returns at once. */
  @Override
  public synchronized void close() {
    closed = true;
    instances.values().forEach(Instance::end);
    instances.clear();
  }

  /** One jmdns. Its steps run one after the other on tasks. */
  private final class Instance implements ServiceListener {
    private final InetAddress address;
    private JmDNS jmdns;
    private ServiceInfo service;
    private boolean begun;
    private volatile boolean ended;

    Instance(InetAddress address) {
      this.address = address;
    }

    void begin() {
      if (begun) return;
      begun = true;
      tasks.start("mdns-open", this::open);
    }

    private synchronized void open() throws IOException {
      if (ended) return;
      try {
        // A name of its own for each address: instances of one machine hear each other.
        jmdns = JmDNS.create(address, name + "-" + suffix());
        jmdns.addServiceListener(type, this);
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.INFO, "no mDNS on " + address.getHostAddress() + ": " + e.getMessage());
        finder.opened(address, false);
        return;
      }
      finder.opened(address, true);
      renew();
    }

    private String suffix() {
      return Integer.toHexString(address.hashCode());
    }

    void publish() {
      tasks.start("mdns-publish", this::renew);
    }

    private synchronized void renew() {
      int at;
      Map<String, String> now;
      synchronized (Mdns.this) {
        at = port;
        now = texts;
      }
      if (ended || jmdns == null || now.isEmpty()) return;
      try {
        if (service == null) {
          service = ServiceInfo.create(type, name + "-" + suffix(), at, 0, 0, now);
          jmdns.registerService(service);
        } else {
          service.setText(now);
        }
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.DEBUG, "publishing on " + address.getHostAddress(), e);
      }
    }

    void end() {
      ended = true;
      tasks.start("mdns-close", this::shut);
    }

    private synchronized void shut() throws IOException {
      if (jmdns == null) return;
      jmdns.removeServiceListener(type, this);
      jmdns.close();
    }

    @Override
    public void serviceAdded(ServiceEvent event) {
      event.getDNS().requestServiceInfo(event.getType(), event.getName());
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
      // Anybody can say so; a goodbye that counts is signed.
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
      var info = event.getInfo();
      if (ended || event.getName().startsWith(name) || !info.hasData()) return;
      var found = new HashMap<String, String>();
      for (var keys = info.getPropertyNames(); keys.hasMoreElements(); ) {
        var key = keys.nextElement();
        var value = info.getPropertyString(key);
        if (value != null) found.put(key, value);
      }
      var addresses = new ArrayList<>(List.of(info.getInetAddresses()));
      if (found.isEmpty() || addresses.isEmpty()) return;
      try {
        finder.found(found, addresses);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "finding by mDNS", e);
      }
    }
  }
}
