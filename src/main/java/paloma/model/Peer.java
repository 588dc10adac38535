package paloma.model;

import java.time.Instant;
import java.util.List;

/**
 * A person as the front-ends see them: one entry, whatever the number of their devices, addresses
 * and ways in which they were heard.
 *
 * @param id the person's first device
 * @param devices all devices that belong to the person, the first included
 * @param wire {@code secure}, {@code ipmsg} or {@code xmpp}
 * @param lastSeen null when never
 */
public record Peer(
    DeviceId id,
    List<DeviceId> devices,
    Profile profile,
    Presence presence,
    Trust trust,
    String wire,
    List<Endpoint> addresses,
    Instant lastSeen) {

  public String name() {
    return profile.name();
  }

  /** Whether a link can be expected to succeed: an invisible person counts as away to nobody. */
  public boolean present() {
    return presence != Presence.OFFLINE;
  }
}
