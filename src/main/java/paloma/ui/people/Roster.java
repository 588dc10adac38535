package paloma.ui.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.model.DeviceId;
import paloma.model.Peer;

/**
 * Everybody known here, under each of their devices: what all pages look names up in. Used on the
 * JavaFX thread only.
 */
public final class Roster {
  private final Messenger messenger;
  private final Executor fx;
  private final Executor lane;
  private final Map<DeviceId, Peer> people = new HashMap<>();
  private final Map<DeviceId, DeviceId> owners = new HashMap<>();
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  private boolean stale;

  /**
   * @param fx runs on the JavaFX thread, later
   * @param lane runs one thing after another, off it
   */
  public Roster(Messenger messenger, Executor fx, Executor lane) {
    this.messenger = messenger;
    this.fx = fx;
    this.lane = lane;
  }

  /** Asks the core for everybody. */
  public void load() {
    lane.execute(() -> {
      var peers = messenger.peers();
      fx.execute(() -> show(peers));
    });
  }

  public void show(Collection<Peer> peers) {
    peers.forEach(this::put);
    changed();
  }

  public void hear(Notice notice) {
    switch (notice) {
      case Notice.PeerAppeared n -> show(List.of(n.peer()));
      case Notice.PeerChanged n -> show(List.of(n.peer()));
      case Notice.PeerLeft n -> show(List.of(n.peer()));
      case Notice.TrustChanged n -> show(List.of(n.peer()));
      case Notice.Started _,
          Notice.Stopping _,
          Notice.MessageReceived _,
          Notice.MessageChanged _,
          Notice.ConversationChanged _,
          Notice.GroupChanged _,
          Notice.OfferReceived _,
          Notice.TransferProgress _,
          Notice.TransferFinished _,
          Notice.TransferFailed _,
          Notice.UpdateChanged _,
          Notice.MessageDeleted _,
          Notice.Gesture _,
          Notice.NetworkChanged _,
          Notice.ProblemArose _ -> {}
    }
  }

  public Optional<Peer> peer(DeviceId device) {
    return Optional.ofNullable(people.get(owners.getOrDefault(device, device)));
  }

  /** A name to show, whoever it is. */
  public String name(DeviceId device) {
    return peer(device).map(Peer::name).filter(n -> !n.isBlank()).orElseGet(device::shortText);
  }

  public List<Peer> all() {
    return List.copyOf(people.values());
  }

  /** Rises once for any number of changes in one turn of the thread. */
  public ReadOnlyIntegerProperty version() {
    return version.getReadOnlyProperty();
  }

  private void put(Peer peer) {
    people.put(peer.id(), peer);
    peer.devices().forEach(d -> owners.put(d, peer.id()));
  }

  private void changed() {
    if (stale) return;
    stale = true;
    fx.execute(() -> {
      stale = false;
      version.set(version.get() + 1);
    });
  }
}
