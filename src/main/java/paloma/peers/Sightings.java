package paloma.peers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import paloma.model.Endpoint;
import paloma.model.Presence;

/**
 * What is known of one device's presence and whereabouts right now. Pure: the time is handed in.
 * Not thread-safe.
 */
final class Sightings {
  /** Two lost announcements are weather; after the third should have come somebody is gone. */
  private static final double PERIODS = 2.5;

  /** So much earlier, so that two and a half periods are a promise and not the least. */
  private static final long MARGIN = Duration.ofMillis(1500).toNanos();

  /** Addresses tried for one device. */
  private static final int ENDPOINTS = 8;

  private final List<Endpoint> endpoints = new ArrayList<>();
  private Presence announced = Presence.ONLINE;
  private long instance;
  private long boot;
  private long goneBoot = -1;
  private long deadline;
  private boolean heard;
  private int links;

  /** What a sign of life changed. */
  record Change(boolean news, boolean newInstance) {}

  /**
   * Takes an announcement.
   *
   * @param periodMillis 0 for one that is not repeated: it tells an address, not presence
   */
  Change sighted(
      long instance, long boot, Presence presence, Endpoint at, long periodMillis, long now) {
    if (boot < this.boot || boot == goneBoot) return new Change(false, false);
    boolean newInstance = instance != this.instance;
    boolean moved = moved(at);
    boolean news = newInstance || moved || presence != announced;
    this.instance = instance;
    this.boot = boot;
    announced = presence;
    if (periodMillis > 0) {
      heard = true;
      deadline = now + (long) (periodMillis * 1e6 * PERIODS) - MARGIN;
    }
    return new Change(news, newInstance);
  }

  /** Puts an address first; whether it was not there before. */
  private boolean moved(Endpoint at) {
    boolean known = endpoints.remove(at);
    endpoints.addFirst(at);
    if (endpoints.size() > ENDPOINTS) endpoints.removeLast();
    return !known;
  }

  /** An address of an earlier day: tried last. */
  void remember(Endpoint at) {
    if (!endpoints.contains(at) && endpoints.size() < ENDPOINTS) endpoints.addLast(at);
  }

  void linked(long instance, long boot, Endpoint dialled) {
    links++;
    this.instance = instance;
    this.boot = Math.max(this.boot, boot);
    goneBoot = -1;
    if (dialled != null) moved(dialled);
  }

  void unlinked() {
    links--;
  }

  /** A signed goodbye: later copies of its announcements do not bring it back. */
  void left(long instance) {
    if (instance != this.instance) return;
    heard = false;
    goneBoot = boot;
  }

  /** Nobody answers there any more. */
  void unreachable() {
    if (links == 0) heard = false;
  }

  Presence presence(long now) {
    if (heard && now - deadline >= 0) heard = false;
    if (!heard && links == 0) return Presence.OFFLINE;
    return hidden() ? Presence.OFFLINE : announced;
  }

  /** Whether it is there and does not want to look so. */
  boolean hidden() {
    return announced == Presence.INVISIBLE || announced == Presence.OFFLINE;
  }

  /** Whether announcements tell its presence; otherwise only a link can. */
  boolean heard() {
    return heard;
  }

  /** Whether somebody is there, seen or not. */
  boolean reachable() {
    return heard || links > 0;
  }

  void announced(Presence presence) {
    announced = presence;
  }

  List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  long boot() {
    return boot;
  }
}
