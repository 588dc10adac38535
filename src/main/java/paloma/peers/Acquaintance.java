package paloma.peers;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import paloma.model.DeviceId;
import paloma.model.Peer;
import paloma.model.Presence;
import paloma.model.Profile;
import paloma.model.Trust;
import paloma.store.DeviceStore.Device;
import paloma.wire.Wire;

/** One entry of the book: what is kept of a device and what is seen of it. Guarded by the book. */
final class Acquaintance {
  Device device;
  final Sightings sightings = new Sightings();

  /** Where it proved its key last in this run; null when not yet. */
  InetAddress proved;

  /** What was told last. */
  Presence shown = Presence.OFFLINE;

  Acquaintance(Device device) {
    this.device = device;
  }

  static Acquaintance stranger(DeviceId id, Wire.Announced said) {
    var profile =
        new Profile(
            id, 0, said.name(), said.department(), "", "", "", said.host(), said.presence(), "");
    return new Acquaintance(new Device(id, id, null, profile, Trust.NEW, 0, 0, null));
  }

  /** Somebody who dialled us before they were heard: the profile comes over the link. */
  static Acquaintance nameless(DeviceId id) {
    return stranger(id, new Wire.Announced(0, id.shortText(), "", "", Presence.ONLINE));
  }

  /**
   * What an announcement says counts until the signed register of that counter has come; whether it
   * says anything new.
   */
  boolean take(Wire.Announced said) {
    var old = device.profile();
    boolean same =
        old.name().equals(said.name())
            && old.department().equals(said.department())
            && old.host().equals(said.host());
    if (same || said.profileCounter() < old.counter()) return false;
    device =
        device.with(
            old.withName(said.name()).withDepartment(said.department()).withHost(said.host()));
    return true;
  }

  /** Somebody whom the person here has had to do with. */
  boolean contact() {
    return device.trust() != Trust.NEW && device.trust() != Trust.BLOCKED;
  }

  /** A stranger may go back to an older version: nothing of ours is at stake yet. */
  void spoke(int version) {
    boolean stranger = device.trust() == Trust.NEW;
    device = device.spoke(stranger ? version : Math.max(device.version(), version));
  }

  Peer peer(Instant now) {
    return new Peer(
        device.id(),
        List.of(device.id()),
        device.profile(),
        shown,
        device.trust(),
        "secure",
        sightings.endpoints(),
        shown == Presence.OFFLINE ? device.lastSeen() : now);
  }
}
