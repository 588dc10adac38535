package paloma.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Problem;
import paloma.model.Profile;
import paloma.model.Purpose;

/** A wire that leaves all to another one: for those who look at, or refuse, some of what passes. */
public abstract class ForwardingWire implements Wire {
  private final Wire wire;

  protected ForwardingWire(Wire wire) {
    this.wire = wire;
  }

  @Override
  public void start(Listener listener) throws IOException {
    wire.start(listener);
  }

  @Override
  public void announce(Profile profile) {
    wire.announce(profile);
  }

  @Override
  public Link dial(DeviceId peer, Endpoint at, Purpose purpose) throws IOException {
    return wire.dial(peer, at, purpose);
  }

  @Override
  public Link dial(Endpoint at, Purpose purpose) throws IOException {
    return wire.dial(at, purpose);
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

  /** Tells all on. */
  protected abstract static class ForwardingListener implements Listener {
    private final Listener next;

    protected ForwardingListener(Listener next) {
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
      next.linked(link);
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
