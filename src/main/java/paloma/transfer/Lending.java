package paloma.transfer;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import paloma.model.DeviceId;
import paloma.model.MessageId;
import paloma.transfer.Standing.Guest;
import paloma.wire.Link;

/** The files that stand here for whoever may have them, a few guests at a time. Thread-safe. */
final class Lending {
  /** More at once would only share the same cable, and who has it all passes it on. */
  private static final int GUESTS = 4;

  /** Of these, strangers: whoever makes keys by the dozen does not lock out colleagues. */
  private static final int STRANGERS = 2;

  private final Map<MessageId, Outgoing> files = new ConcurrentHashMap<>();
  private final Map<Link, Guest> guests = new ConcurrentHashMap<>();
  private volatile Function<DeviceId, Guest> door = _ -> Guest.REFUSED;

  void door(Function<DeviceId, Guest> guard) {
    door = guard;
  }

  void put(MessageId offer, Outgoing file) {
    files.put(offer, file);
  }

  void remove(MessageId offer) {
    files.remove(offer);
  }

  boolean has(MessageId offer) {
    return files.containsKey(offer);
  }

  Optional<Outgoing> file(MessageId offer) {
    return Optional.ofNullable(files.get(offer));
  }

  /** Whether this peer may have it at this moment; asked for every chunk. */
  boolean open(MessageId offer, DeviceId peer) {
    return has(offer) && door.apply(peer) != Guest.REFUSED;
  }

  /** Whether somebody has to come again later. */
  boolean crowded(DeviceId peer) {
    long strangers = guests.values().stream().filter(Guest.STRANGER::equals).count();
    return guests.size() >= GUESTS || door.apply(peer) == Guest.STRANGER && strangers >= STRANGERS;
  }

  /** Lets a link in; false when there is no room. */
  synchronized boolean enter(Link link) {
    if (guests.containsKey(link)) return true;
    if (crowded(link.peer())) return false;
    guests.put(link, door.apply(link.peer()));
    return true;
  }

  void left(Link link) {
    guests.remove(link);
  }
}
