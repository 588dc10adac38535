package paloma.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import paloma.doctor.Contact.Outcome;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Problem;
import paloma.model.Profile;
import paloma.model.Purpose;
import paloma.wire.Facts;
import paloma.wire.Link;
import paloma.wire.Wire;
import paloma.wire.WireException;
import paloma.work.Time;

/**
 * Any wire, with a diary of what comes of using it; tells once of somebody who is heard and can't
 * be reached.
 */
public final class WatchedWire implements Wire {
  private final Wire wire;
  private final Diary diary;
  private volatile Listener listener;

  public WatchedWire(Wire wire, Time time) {
    this.wire = wire;
    diary = new Diary(time);
  }

  public Diary diary() {
    return diary;
  }

  @Override
  public void start(Listener listener) throws IOException {
    this.listener = listener;
    wire.start(new Watch(listener));
  }

  @Override
  public void announce(Profile profile) {
    wire.announce(profile);
  }

  @Override
  public Link dial(DeviceId peer, Endpoint at, Purpose purpose) throws IOException {
    try {
      var link = wire.dial(peer, at, purpose);
      diary.dialled(peer, at, Outcome.REACHED);
      return link;
    } catch (WireException e) {
      diary.dialled(peer, at, outcome(e.reason()));
      var lately = NetworkRules.lately(wire.facts().period());
      diary.unreachable(peer, lately).ifPresent(this::unreachable);
      throw e;
    }
  }

  private static Outcome outcome(WireException.Reason reason) {
    return switch (reason) {
      case UNREACHABLE, MALFORMED -> Outcome.SILENT;
      case ANOTHER_KEY, OURSELVES -> Outcome.ANOTHER;
      case VERSION -> Outcome.VERSION;
    };
  }

  private void unreachable(String name) {
    listener.problem(Problem.failed("peer-unreachable", name));
  }

  @Override
  public Link dial(Endpoint at, Purpose purpose) throws IOException {
    var link = wire.dial(at, purpose);
    diary.dialled(link.peer(), at, Outcome.REACHED);
    return link;
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

  /** Writes down what is told and tells it on. */
  private final class Watch implements Listener {
    private final Listener next;

    Watch(Listener next) {
      this.next = next;
    }

    @Override
    public void sighted(Sighting sighting) {
      diary.heard(sighting.device(), sighting.announced().name(), sighting.way());
      next.sighted(sighting);
    }

    @Override
    public void left(DeviceId device, long instance) {
      next.left(device, instance);
    }

    @Override
    public void linked(Link link) {
      diary.dialledUs(link.peer());
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
      diary.problem(problem.code(), String.join(" ", problem.details()));
      next.problem(problem);
    }
  }
}
