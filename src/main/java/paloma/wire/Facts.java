package paloma.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a wire has found out about its network by using it.
 *
 * @param period how often we announce: what was not heard for several of them is gone
 */
public record Facts(List<Card> cards, Duration period) {
  public Facts {
    cards = List.copyOf(cards);
  }

  /**
   * An interface in use.
   *
   * @param name for people: {@code eth0 192.168.1.5}
   * @param lonely used only because there is no other: nobody else is behind it
   */
  public record Card(String name, boolean lonely, List<Way> ways) {
    public Card {
      ways = List.copyOf(ways);
    }

    /** One of its ways, by name. */
    public Optional<Way> way(String name) {
      return ways.stream().filter(w -> w.name().equals(name)).findFirst();
    }
  }

  /**
   * A way in which announcements travel on one interface.
   *
   * @param name {@code multicast4, multicast6, broadcast, mdns}
   * @param sent what was sent, or for mDNS whether it could be opened
   * @param own what came back of our own
   * @param others what came from others, on this machine or another
   */
  public record Way(String name, Tally sent, Tally own, Tally others) {}

  /** How often something worked and failed, and how long ago it last did. */
  public record Tally(
      long good, long bad, Optional<Duration> sinceGood, Optional<Duration> sinceBad) {
    public static final Tally NONE = new Tally(0, 0, Optional.empty(), Optional.empty());

    /** Whether it worked within this time. */
    public boolean within(Duration lately) {
      return sinceGood.filter(since -> since.compareTo(lately) <= 0).isPresent();
    }

    /** Whether it failed within this time. */
    public boolean failedWithin(Duration lately) {
      return sinceBad.filter(since -> since.compareTo(lately) <= 0).isPresent();
    }
  }
}
