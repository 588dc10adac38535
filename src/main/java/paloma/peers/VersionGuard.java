package paloma.peers;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Problem;
import paloma.model.Purpose;
import paloma.wire.ForwardingWire;
import paloma.wire.Link;
import paloma.wire.Wire;
import paloma.wire.WireException;

/**
 * Any wire, without the links of contacts that offer a lower protocol version than they have spoken
 * with us: a version is not given up silently. Told once for each contact and run.
 */
public final class VersionGuard extends ForwardingWire {
  private final PeerBook peers;
  private final Set<DeviceId> told = ConcurrentHashMap.newKeySet();
  private volatile Listener listener;

  public VersionGuard(Wire wire, PeerBook peers) {
    super(wire);
    this.peers = peers;
  }

  @Override
  public void start(Listener listener) throws IOException {
    this.listener = listener;
    super.start(new Watch(listener));
  }

  @Override
  public Link dial(DeviceId peer, Endpoint at, Purpose purpose) throws IOException {
    return checked(super.dial(peer, at, purpose));
  }

  @Override
  public Link dial(Endpoint at, Purpose purpose) throws IOException {
    return checked(super.dial(at, purpose));
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
      var name = peers.nameOf(peer);
      listener.problem(Problem.refused("version-lowered", name));
    }
    return true;
  }

  /** Tells all on but links that may not be. */
  private final class Watch extends ForwardingListener {
    Watch(Listener next) {
      super(next);
    }

    @Override
    public void linked(Link link) {
      if (!refuses(link)) super.linked(link);
    }
  }
}
