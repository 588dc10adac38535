package paloma.wire.loopback;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Profile;
import paloma.model.Purpose;
import paloma.wire.Facts;
import paloma.wire.Facts.Tally;
import paloma.wire.Link;
import paloma.wire.Wire;
import paloma.work.Tasks;
import paloma.work.Time;

/** A wire into a {@link LoopbackLan}. Announces like the real one, without bytes on a network. */
public final class LoopbackWire implements Wire {
  /** As on the real wire: the shortest period of announcements. */
  private static final long PERIOD_MILLIS = 10_000;

  private final LoopbackLan lan;
  private final byte[] publicKey;
  private final DeviceId id;
  private final long boot;
  private final long instance;
  private final Tasks tasks;
  private final Endpoint endpoint;
  private final AtomicLong heard = new AtomicLong();
  private volatile Listener listener;
  private volatile Announced announced;
  private Time.Timer period;

  public LoopbackWire(LoopbackLan lan, byte[] publicKey, long boot, long instance, Tasks tasks) {
    this.lan = lan;
    this.publicKey = publicKey.clone();
    this.boot = boot;
    this.instance = instance;
    this.tasks = tasks;
    id = DeviceId.ofKey(publicKey);
    endpoint = lan.newEndpoint();
  }

  @Override
  public void start(Listener listener) {
    this.listener = listener;
    period =
        tasks
            .time()
            .every(Duration.ofMillis(PERIOD_MILLIS), "loopback-announce", () -> lan.announce(this));
    lan.plug(this);
  }

  @Override
  public void announce(Profile profile) {
    announced =
        new Announced(
            profile.counter(),
            profile.name(),
            profile.department(),
            profile.host(),
            profile.presence());
    if (listener != null) lan.announce(this);
  }

  void hears(LoopbackWire other) {
    heard.incrementAndGet();
    var sighting =
        new Sighting(
            other.id,
            other.publicKey.clone(),
            other.instance,
            other.boot,
            other.announced,
            other.endpoint,
            "loopback",
            PERIOD_MILLIS);
    tasks.start("loopback-sighting", () -> listener.sighted(sighting));
  }

  void hearsGoodbye(LoopbackWire other) {
    tasks.start("loopback-goodbye", () -> listener.left(other.id, other.instance));
  }

  void linked(LoopbackLink link) {
    tasks.start("loopback-linked", () -> listener.linked(link));
  }

  @Override
  public Link dial(DeviceId peer, Endpoint at, Purpose purpose) throws IOException {
    return lan.connect(this, at, peer, purpose);
  }

  @Override
  public Link dial(Endpoint at, Purpose purpose) throws IOException {
    return lan.connect(this, at, null, purpose);
  }

  /** Pulls the cable: nobody hears a goodbye. */
  public void unplug() {
    if (period != null) period.cancel();
    lan.unplug(this, false);
  }

  DeviceId id() {
    return id;
  }

  byte[] publicKey() {
    return publicKey.clone();
  }

  long instance() {
    return instance;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public int port() {
    return endpoint.port();
  }

  @Override
  public List<String> interfaces() {
    return List.of("loopback " + endpoint.address().getHostAddress());
  }

  @Override
  public void population(int peers) {
    // A LAN in memory is never crowded.
  }

  @Override
  public Counts counts() {
    return new Counts(heard.get(), 0, 0, 0);
  }

  @Override
  public Facts facts() {
    long others = heard.get();
    var none = Optional.<Duration>empty();
    var now = Optional.of(Duration.ZERO);
    var in = others == 0 ? Tally.NONE : new Tally(others, 0, now, none);
    var way = new Facts.Way("loopback", new Tally(1, 0, now, none), Tally.NONE, in);
    var card = new Facts.Card(interfaces().getFirst(), false, List.of(way));
    return new Facts(List.of(card), Duration.ofMillis(PERIOD_MILLIS));
  }

  @Override
  public void close() {
    if (period != null) period.cancel();
    lan.unplug(this, true);
  }
}
