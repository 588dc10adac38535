package paloma.core;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.model.Peer;
import paloma.model.Problem;
import paloma.model.Purpose;
import paloma.peers.PeerBook;
import paloma.wire.Link;
import paloma.wire.Wire;
import paloma.work.Tasks;

/**
 * What the wire reports: who was heard, who dialled us, what changed. Decides whom to dial: those
 * with whom we share a conversation, and those whose presence only a link can tell.
 */
final class Neighbourhood implements Wire.Listener, PeerBook.Listener {
  private static final System.Logger LOG = System.getLogger("paloma.core");

  /** The smaller id dials first; the other one only if nothing came of it. */
  private static final Duration AFTER_YOU = Duration.ofMillis(1500);

  /** Announcements have that long to make a dial for presence needless. */
  private static final Duration LISTEN_FIRST = Duration.ofSeconds(3);

  private final DeviceId us;
  private final PeerBook peers;
  private final Tasks tasks;
  private final Notices notices;
  private final Sharing sharing;
  private final Exchange exchange;
  private final Predicate<DeviceId> mayHaveMail;
  private Links links;
  private Wire wire;

  Neighbourhood(
      DeviceId us,
      PeerBook peers,
      Tasks tasks,
      Notices notices,
      Sharing sharing,
      Exchange exchange,
      Predicate<DeviceId> mayHaveMail) {
    this.us = us;
    this.peers = peers;
    this.tasks = tasks;
    this.notices = notices;
    this.sharing = sharing;
    this.exchange = exchange;
    this.mayHaveMail = mayHaveMail;
  }

  void start(Wire wire, Links links) {
    this.wire = wire;
    this.links = links;
    // Where nothing carries announcements, old addresses are all there is.
    tasks.time().after(LISTEN_FIRST, "old-addresses", this::dialOldAddresses);
  }

  private void dialOldAddresses() {
    for (var peer : peers.all()) {
      if (!peer.present() && !peer.addresses().isEmpty() && worthALink(peer.id())) {
        links.want(peer.id());
      }
    }
  }

  /** Whether logs may differ between us and this device, or mail may lie here for it. */
  private boolean worthALink(DeviceId peer) {
    return sharing.near(peer) || mayHaveMail.test(peer);
  }

  /** Whether a device that could not be reached is worth another try. */
  boolean worthRetrying(DeviceId peer) {
    return peers.peer(peer).map(Peer::present).orElse(false) && worthALink(peer)
        || sharing.hasMailFor(peer);
  }

  @Override
  public void sighted(Wire.Sighting sighting) {
    var device = sighting.device();
    boolean newRun = peers.sighted(sighting);
    if (newRun) dialNewcomer(device, sighting.periodMillis() == 0);
  }

  private void dialNewcomer(DeviceId device, boolean unheard) {
    if (worthALink(device)) {
      links.sighted(device);
      if (us.compareTo(device) < 0 || sharing.hasMailFor(device)) {
        links.want(device);
      } else {
        tasks.time().after(AFTER_YOU, "after-you-" + device, () -> links.want(device));
      }
    } else if (unheard) {
      tasks
          .time()
          .after(
              LISTEN_FIRST,
              "presence-" + device,
              () -> {
                if (!peers.heard(device)) links.want(device);
              });
    }
  }

  @Override
  public void left(DeviceId device, long instance) {
    peers.left(device, instance);
  }

  @Override
  public void linked(Link link) {
    if (link.peer().equals(us)) {
      link.close();
      return;
    }
    switch (link.purpose()) {
      case TALK -> links.adopt(link, null);
      case FILES -> exchange.serve(link);
    }
  }

  @Override
  public boolean contactAt(InetAddress address) {
    return peers.contactAt(address);
  }

  /** A link for chunks: to where the talk link goes, else to where the device was heard. */
  Link dialFiles(DeviceId peer) throws java.io.IOException {
    java.io.IOException last = new java.io.IOException("no address of " + peer);
    for (var at : peers.peer(peer).map(Peer::addresses).orElse(List.of())) {
      try {
        return wire.dial(peer, at, Purpose.FILES);
      } catch (java.io.IOException e) {
        last = e;
      }
    }
    throw last;
  }

  void addAddress(Endpoint at) {
    links.wantTyped(at);
  }

  @Override
  public void networkChanged(List<String> interfaces) {
    notices.post(new Notice.NetworkChanged(interfaces));
    links.networkChanged();
  }

  @Override
  public void problem(Problem problem) {
    LOG.log(Level.WARNING, "problem: {0} {1}", problem.code(), problem.details());
    notices.post(new Notice.ProblemArose(problem));
  }

  @Override
  public void appeared(Peer peer) {
    notices.post(new Notice.PeerAppeared(peer));
    wire.population(peers.present());
    exchange.reachable(peer.id());
  }

  @Override
  public void changed(Peer peer) {
    notices.post(new Notice.PeerChanged(peer));
  }

  @Override
  public void left(Peer peer) {
    notices.post(new Notice.PeerLeft(peer));
    wire.population(peers.present());
  }
}
