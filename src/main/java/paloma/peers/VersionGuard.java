package paloma.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Peer;
import paloma.model.Problem;
import paloma.model.Profile;
import paloma.model.Purpose;
import paloma.wire.Facts;
import paloma.wire.Link;
import paloma.wire.Wire;
import paloma.wire.WireException;

/**
 * Any wire, without the links of contacts that offer a lower protocol version than they have spoken
 * with us: a version is not given up silently. Told once for each contact and run.
 */
public final class VersionGuard implements Wire {
  private final Wire wire;
  private final PeerBook peers;
  private final Set<DeviceId> told = ConcurrentHashMap.newKeySet();
  private volatile Listener listener;

  public VersionGuard(Wire wire, PeerBook peers) {
    this.wire = wire;
    this.peers = peers;
  }

  @Override
  public void start(Listener listener) throws IOException {
    this.listener = listener;
    wire.start(new Watch(listener));
  }

  @Override
  public Link dial(DeviceId peer, Endpoint at, Purpose purpose) throws IOException {
    return checked(wire.dial(peer, at, purpose));
  }

  @Override
  public Link dial(Endpoint at, Purpose purpose) throws IOException {
    return checked(wire.dial(at, purpose));
  }

  private Link checked(Link link) throws WireException {
    if (!refuses(link)) return link;
    throw new WireException(WireException.Reason.VERSION, link.version() + ", lowered", null);
  }

  /** Whether this link may not be; it is closed then. */
  private boolean refuses(Link link) {
    var peer = link.peer();
    if (!peers.lowered(peer, link.version())) return false;
    link.close();
    if (told.add(peer)) {
      var name = peers.peer(peer).map(Peer::name).orElse(peer.shortText());
      listener.problem(Problem.refused("version-lowered", name));
    }
    return true;
  }

  @Override
  public void announce(Profile profile) {
    wire.announce(profile);
  }

  @Override
  public int port() {
    return wire.port();
  }

  @Override
  public List<String> interfaces() {
    return wire.interfaces();
  }

  @Override
  public void population(int peers) {
    wire.population(peers);
  }

  @Override
  public Counts counts() {
    return wire.counts();
  }

  @Override
  public Facts facts() {
    return wire.facts();
  }

  @Override
  public void close() {
    wire.close();
  }

  /** Tells all on but links that may not be. */
  private final class Watch implements Listener {
    private final Listener next;

    Watch(Listener next) {
      this.next = next;
    }

    @Override
    public void sighted(Sighting sighting) {
      next.sighted(sighting);
    }

    @Override
    public void left(DeviceId device, long instance) {
      next.left(device, instance);
    }

    @Override
    public void linked(Link link) {
      if (!refuses(link)) next.linked(link);
    }

    @Override
    public boolean contactAt(InetAddress address) {
      return next.contactAt(address);
    }

    @Override
    public void networkChanged(List<String> interfaces) {
      next.networkChanged(interfaces);
    }

    @Override
    public void problem(Problem problem) {
      next.problem(problem);
    }
  }
}
