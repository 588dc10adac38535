package paloma.wire.secure;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import paloma.identity.Identity;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Problem;
import paloma.model.Profile;
import paloma.model.Purpose;
import paloma.net.Interfaces;
import paloma.net.Mdns;
import paloma.net.Nic;
import paloma.net.Reach;
import paloma.wire.Facts;
import paloma.wire.Link;
import paloma.wire.Wire;
import paloma.wire.WireException;
import paloma.wire.WireException.Reason;
import paloma.work.Tasks;

/**
 * The real LAN: announcements by every way on every interface, links by TLS. Listener methods are
 * called from receiving tasks, one of them for each link that comes in.
 */
public final class SecureWire implements Wire {
  private static final System.Logger LOG = System.getLogger("paloma.wire");

  private final Identity me;
  private final long instance;
  private final WireOptions options;
  private final Tasks tasks;
  private final Interfaces interfaces;
  private final Door door;
  private final Links links;
  private final Beacon beacon;
  private final Mdns mdns;
  private final Announcer announcer;
  private final Ear ear;
  private final Findings findings;
  private final Lookout lookout;
  private final LongAdder mdnsIn = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final AtomicBoolean cloneTold = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Listener listener;

  /**
   * @param boot how often this profile was started, this time included; kept with the profile
   * @param instance random, of this run
   */
  public SecureWire(Identity me, long boot, long instance, WireOptions options, Tasks tasks) {
    this(me, boot, instance, options, tasks, Limits.STANDARD);
  }

  SecureWire(
      Identity me, long boot, long instance, WireOptions options, Tasks tasks, Limits limits) {
    this.me = me;
    this.instance = instance;
    this.options = options;
    this.tasks = tasks;
    var time = tasks.time();
    interfaces = new Interfaces(time, options.binds());
    findings = new Findings(time);
    lookout = new Lookout(time, findings, !options.binds().isEmpty());
    door = new Door(tasks, options.binds());
    var greeter = new Greeter(me, instance, boot, limits, time);
    links = new Links(greeter, limits, tasks, interfaces::now, at -> listener.contactAt(at));
    beacon = new Beacon(tasks, options.discoveryPort(), !options.binds().isEmpty(), findings);
    var name = "paloma-" + Long.toHexString(instance);
    mdns = new Mdns(tasks, MdnsRecord.TYPE, name, new Records());
    var rules = new AnnouncementRules(new SplittableRandom(instance));
    announcer = new Announcer(me, instance, boot, time, rules, beacon::send, this::publish);
    ear = new Ear(me.id(), instance, boot, time.nanos());
  }

  @Override
  public void start(Listener listener) throws IOException {
    this.listener = listener;
    door.open(options.firstPort(), port -> tell("port-taken", Integer.toString(port)));
    door.accept(raw -> links.admit(raw, this::linked));
    beacon.start(this::heard, port -> tell("discovery-port-taken", Integer.toString(port)));
    lookout.start(new Watch());
    interfaces.start(this::moved);
    use(interfaces.now());
    announcer.port(door.port());
  }

  private void use(List<Nic> nics) {
    lookout.use(nics);
    beacon.use(nics);
    if (options.mdns()) mdns.use(nics);
    announcer.network(beacon.ways());
  }

  /** What the look-out sees. */
  private final class Watch implements Lookout.Report {
    @Override
    public void awoke() {
      LOG.log(Level.INFO, "time jumped: announcing anew");
      beacon.rejoin();
      announcer.network(beacon.ways());
      listener.networkChanged(interfaces());
    }

    @Override
    public void problem(String code, String... details) {
      tell(code, details);
    }
  }

  private void moved(List<Nic> nics) {
    use(nics);
    listener.networkChanged(interfaces());
  }

  private void publish(byte[] announcement) {
    if (options.mdns()) mdns.publish(door.port(), MdnsRecord.texts(announcement));
  }

  @Override
  public void announce(Profile profile) {
    announcer.announce(profile);
  }

  @Override
  public void population(int peers) {
    announcer.population(peers);
  }

  /** What mDNS tells. */
  private final class Records implements Mdns.Finder {
    @Override
    public void opened(InetAddress address, boolean works) {
      for (var nic : interfaces.now()) {
        boolean here = nic.locals().stream().anyMatch(local -> local.address().equals(address));
        if (here) findings.sent(nic, Findings.MDNS, works);
      }
    }

    @Override
    public void found(Map<String, String> texts, List<InetAddress> addresses) {
      mdnsIn.increment();
      var announcement = MdnsRecord.announcement(texts);
      if (announcement.isEmpty()) refused.increment();
      else for (var address : addresses) heard(announcement.get(), address, Findings.MDNS);
    }
  }

  private void heard(byte[] bytes, InetAddress from, String way) {
    boolean own = Reach.own(from, interfaces.now());
    var heard = ear.hear(bytes, from, own, way, tasks.time().nanos());
    if (closed.get()) return;
    if (heard.verdict() != Ear.Verdict.REFUSED) findings.heard(from, ours(heard, from, own), way);
    switch (heard.verdict()) {
      case NEWCOMER -> {
        announcer.newcomer();
        sighted(heard, from, way);
      }
      case NEWS -> sighted(heard, from, way);
      case GOODBYE -> listener.left(heard.device(), heard.announcement().instance());
      case CLONE -> cloned(new Endpoint(from, heard.announcement().port()));
      case OURSELVES, STALE -> LOG.log(Level.TRACE, "nothing new from " + from);
      case REFUSED -> refused.increment();
    }
  }

  /** Of this program or this machine: that proves nothing about the network. */
  private boolean ours(Ear.Heard heard, InetAddress from, boolean own) {
    return heard.verdict() == Ear.Verdict.OURSELVES || own && !from.isLoopbackAddress();
  }

  private void sighted(Ear.Heard heard, InetAddress from, String way) {
    var a = heard.announcement();
    listener.sighted(
        new Sighting(
            heard.device(),
            a.publicKey(),
            a.instance(),
            a.boot(),
            a.announced(),
            new Endpoint(from, a.port()),
            way,
            way.equals(Findings.MDNS) ? 0 : a.periodMillis()));
  }

  /** Our key speaks from elsewhere: dialling it lets the other side learn of us as well. */
  private void cloned(Endpoint at) {
    if (cloneTold.get() || !links.dialable(at)) return;
    tasks.start(
        "clone-check",
        () -> {
          try {
            links.dial(me.id(), at, Purpose.TALK).close();
          } catch (WireException e) {
            if (e.reason() == Reason.OURSELVES) tellClone(at);
          }
        });
  }

  private void tellClone(Endpoint at) {
    if (cloneTold.compareAndSet(false, true)) {
      tell("identity-clone", at.address().getHostAddress());
    }
  }

  private void linked(Link link) {
    if (!link.peer().equals(me.id())) {
      findings.linked(link.remote().address());
      listener.linked(link);
      return;
    }
    link.close();
    if (link.peerInstance() != instance) tellClone(link.remote());
  }

  private void tell(String code, String... details) {
    listener.problem(Problem.failed(code, details));
  }

  @Override
  public Link dial(DeviceId peer, Endpoint at, Purpose purpose) throws IOException {
    if (!links.dialable(at)) {
      throw new WireException(Reason.UNREACHABLE, at + " is not of this network", null);
    }
    return met(links.dial(peer, at, purpose));
  }

  @Override
  public Link dial(Endpoint at, Purpose purpose) throws IOException {
    return met(links.dial(null, at, purpose));
  }

  private Link met(Link link) {
    findings.linked(link.remote().address());
    return link;
  }

  @Override
  public int port() {
    return door.port();
  }

  @Override
  public List<String> interfaces() {
    return interfaces.now().stream().map(Nic::text).toList();
  }

  @Override
  public Counts counts() {
    return new Counts(
        beacon.in() + mdnsIn.sum(),
        beacon.out(),
        beacon.refused() + refused.sum() + links.refused(),
        door.sockets() + links.sockets() + beacon.sockets() + mdns.sockets());
  }

  @Override
  public Facts facts() {
    return new Facts(findings.cards(lookout.alone()), announcer.period());
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) return;
    lookout.close();
    interfaces.close();
    announcer.close();
    mdns.close();
    door.close();
    links.close();
    beacon.close();
  }
}
