package paloma.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import paloma.doctor.Check.Result;
import paloma.wire.Facts;
import paloma.wire.Facts.Tally;

/** What the facts of a wire say about the network of this computer. Pure. */
final class NetworkRules {
  /** What is younger counts as now. */
  private static final Duration LATELY = Duration.ofSeconds(60);

  /** So many announcements may be lost before it means something. */
  private static final int PERIODS = 3;

  /** Others were heard so often by another way before this way is blamed. */
  private static final int ENOUGH = 3;

  private static final Tally NONE = Tally.NONE;

  private final Facts facts;
  private final Duration lately;

  NetworkRules(Facts facts) {
    this.facts = facts;
    lately = lately(facts.period());
  }

  /** What is younger than this counts as now: peers announce more seldom where they are many. */
  static Duration lately(Duration period) {
    var periods = period.multipliedBy(PERIODS);
    return periods.compareTo(LATELY) > 0 ? periods : LATELY;
  }

  List<Check> checks() {
    var checks = new ArrayList<Check>();
    var cards = facts.cards();
    if (cards.isEmpty()) checks.add(Check.of("interface", "-", Result.BLOCKED));
    for (var card : cards) {
      var result = card.lonely() ? Result.BLOCKED : Result.OK;
      checks.add(Check.of("interface", card.name(), result));
    }
    for (var card : cards) {
      card.way("multicast4").ifPresent(way -> checks.add(out(card, way.sent(), "IPv4")));
      card.way("multicast6").ifPresent(way -> checks.add(out(card, way.sent(), "IPv6")));
    }
    for (var card : cards) {
      card.way("multicast4").ifPresent(way -> checks.add(in(card, way, "broadcast", "IPv4")));
      card.way("multicast6").ifPresent(way -> checks.add(in(card, way, "", "IPv6")));
    }
    for (var card : cards) {
      card.way("broadcast").ifPresent(way -> checks.add(broadcast(card, way)));
    }
    for (var card : cards) {
      card.way("mdns").ifPresent(way -> checks.add(mdns(card, way)));
    }
    return checks;
  }

  private Check out(Facts.Card card, Tally sent, String version) {
    return Check.of("multicast-out", card.name(), sending(sent), version);
  }

  private Result sending(Tally sent) {
    if (sent.good() + sent.bad() == 0) return Result.UNKNOWN;
    if (!sent.within(lately)) return sent.failedWithin(lately) ? Result.BLOCKED : Result.UNKNOWN;
    // The first tries may fail while an address is still being tested.
    boolean since = sent.sinceBad().isPresent() && newer(sent);
    return since ? Result.WARNING : Result.OK;
  }

  /** Whether the last failure is younger than the last success. */
  private static boolean newer(Tally sent) {
    return sent.sinceBad().get().compareTo(sent.sinceGood().orElseThrow()) < 0;
  }

  /**
   * Whether others arrive. Where they come by a way that all of them use as well, or where not even
   * our own voice comes back, this way is blocked; where nobody is, nothing is known.
   */
  private Check in(Facts.Card card, Facts.Way way, String twin, String version) {
    return Check.of("multicast-in", card.name(), arriving(card, way, twin), version);
  }

  private Result arriving(Facts.Card card, Facts.Way way, String twin) {
    if (way.others().within(lately)) return Result.OK;
    var other = card.way(twin).map(Facts.Way::others).orElse(NONE);
    if (other.within(lately) && other.good() >= ENOUGH) return Result.BLOCKED;
    boolean mute = way.own().good() == 0 && way.sent().good() >= ENOUGH;
    return mute ? Result.BLOCKED : Result.UNKNOWN;
  }

  private Check broadcast(Facts.Card card, Facts.Way way) {
    var out = sending(way.sent());
    var in = arriving(card, way, "multicast4");
    // Not every system hands a broadcast back to its sender: that it is mute proves nothing.
    var multicast = card.way("multicast4").map(Facts.Way::others).orElse(NONE);
    if (in == Result.BLOCKED && !multicast.within(lately)) in = Result.UNKNOWN;
    return Check.of("broadcast", card.name(), out == Result.OK ? in : out);
  }

  private Check mdns(Facts.Card card, Facts.Way way) {
    boolean refused = way.sent().good() == 0 && way.sent().bad() > 0;
    boolean opened = way.sent().good() > 0 || way.others().good() > 0;
    return Check.of(
        "mdns", card.name(), opened ? Result.OK : refused ? Result.BLOCKED : Result.UNKNOWN);
  }
}
