package paloma.doctor;

import java.io.IOException;
import paloma.doctor.Contact.Outcome;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Problem;
import paloma.model.Purpose;
import paloma.wire.ForwardingWire;
import paloma.wire.Link;
import paloma.wire.Wire;
import paloma.wire.WireException;
import paloma.work.Time;

/**
 * Any wire, with a diary of what comes of using it; tells once of somebody who is heard and can't
 * be reached.
 */
public final class WatchedWire extends ForwardingWire {
  private final Diary diary;
  private volatile Listener listener;

  public WatchedWire(Wire wire, Time time) {
    super(wire);
    diary = new Diary(time);
  }

  public Diary diary() {
    return diary;
  }

  @Override
  public void start(Listener listener) throws IOException {
    this.listener = listener;
    super.start(new Watch(listener));
  }

  @Override
  public Link dial(DeviceId peer, Endpoint at, Purpose purpose) throws IOException {
    try {
      var link = super.dial(peer, at, purpose);
      diary.dialled(peer, at, Outcome.REACHED);
      return link;
    } catch (WireException e) {
      diary.dialled(peer, at, outcome(e.reason()));
      var lately = NetworkRules.lately(facts().period());
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
    var link = super.dial(at, purpose);
    diary.dialled(link.peer(), at, Outcome.REACHED);
    return link;
  }

  /** Writes down what is told and tells it on. */
  private final class Watch extends ForwardingListener {
    Watch(Listener next) {
      super(next);
    }

    @Override
    public void sighted(Sighting sighting) {
      diary.heard(sighting.device(), sighting.announced().name(), sighting.way());
      super.sighted(sighting);
    }

    @Override
    public void linked(Link link) {
      diary.dialledUs(link.peer());
      super.linked(link);
    }

    @Override
    public void problem(Problem problem) {
      diary.problem(problem.code(), String.join(" ", problem.details()));
      super.problem(problem);
    }
  }
}
