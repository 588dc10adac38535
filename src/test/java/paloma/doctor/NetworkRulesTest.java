package paloma.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paloma.doctor.Check.Result;
import paloma.wire.Facts;
import paloma.wire.Facts.Card;
import paloma.wire.Facts.Tally;
import paloma.wire.Facts.Way;

class NetworkRulesTest {
  private static final String ETH = "eth0 192.168.1.5";
  private static final Duration PERIOD = Duration.ofSeconds(10);

  @Test
  void withoutAnyInterfaceTheNetworkIsBlocked() {
    assertThat(checks()).extracting(Check::check).containsExactly("interface");
    assertThat(checks().getFirst().result()).isEqualTo(Result.BLOCKED);
    assertThat(checks(new Card("lo 127.0.0.1", true, List.of())).getFirst().result())
        .isEqualTo(Result.BLOCKED);
  }

  @Test
  void whereOthersAreHeardByEveryWayAllIsWell() {
    var all =
        checks(
            card(
                way("multicast4", good(9), good(9), good(5)),
                way("multicast6", good(9), good(9), good(5)),
                way("broadcast", good(9), good(9), good(5)),
                way("mdns", good(1), Tally.NONE, good(2))));

    assertThat(all)
        .extracting(Check::check)
        .containsExactly(
            "interface",
            "multicast-out",
            "multicast-out",
            "multicast-in",
            "multicast-in",
            "broadcast",
            "mdns");
    assertThat(all).allMatch(c -> c.result() == Result.OK && c.subject().equals(ETH));
  }

  @Test
  void aloneNothingIsKnownOfWhatArrives() {
    var all =
        checks(
            card(
                way("multicast4", good(9), good(9), Tally.NONE),
                way("broadcast", good(9), Tally.NONE, Tally.NONE)));

    assertThat(result(all, "multicast-out")).isEqualTo(Result.OK);
    assertThat(result(all, "multicast-in")).isEqualTo(Result.UNKNOWN);
    assertThat(result(all, "broadcast")).isEqualTo(Result.UNKNOWN);
  }

  @Test
  void aWayIsBlockedWhereOthersArriveOnlyByItsTwin() {
    var noMulticast =
        card(
            way("multicast4", good(9), good(9), Tally.NONE),
            way("broadcast", good(9), Tally.NONE, good(3)));
    assertThat(result(checks(noMulticast), "multicast-in")).isEqualTo(Result.BLOCKED);
    assertThat(result(checks(noMulticast), "broadcast")).isEqualTo(Result.OK);

    var noBroadcast =
        card(
            way("multicast4", good(9), good(9), good(3)),
            way("broadcast", good(9), Tally.NONE, Tally.NONE));
    assertThat(result(checks(noBroadcast), "multicast-in")).isEqualTo(Result.OK);
    assertThat(result(checks(noBroadcast), "broadcast")).isEqualTo(Result.BLOCKED);
  }

  @Test
  void oneLostDatagramBlamesNobody() {
    var early =
        card(
            way("multicast4", good(9), good(9), Tally.NONE),
            way("broadcast", good(9), Tally.NONE, good(2)));
    assertThat(result(checks(early), "multicast-in")).isEqualTo(Result.UNKNOWN);
  }

  @Test
  void whereNotEvenOurOwnVoiceComesBackMulticastIsBlocked() {
    var mute = card(way("multicast4", good(3), Tally.NONE, Tally.NONE));
    assertThat(result(checks(mute), "multicast-in")).isEqualTo(Result.BLOCKED);
    var young = card(way("multicast4", good(2), Tally.NONE, Tally.NONE));
    assertThat(result(checks(young), "multicast-in")).isEqualTo(Result.UNKNOWN);
  }

  @Test
  void sendingIsJudgedByWhatCameLast() {
    assertThat(out(Tally.NONE)).isEqualTo(Result.UNKNOWN);
    assertThat(out(tally(0, null, 4, 1))).isEqualTo(Result.BLOCKED);
    assertThat(out(tally(5, 2, 1, 30))).isEqualTo(Result.OK);
    assertThat(out(tally(5, 20, 1, 2))).isEqualTo(Result.WARNING);
    assertThat(out(tally(5, 300, 9, 2))).isEqualTo(Result.BLOCKED);
  }

  @Test
  void whatWasHeardLongAgoIsNoProofAndLongIsLongerInALargeOffice() {
    var old = card(way("multicast4", good(9), good(9), tally(4, 100, 0, null)));
    assertThat(result(checks(old), "multicast-in")).isEqualTo(Result.UNKNOWN);
    var large = new NetworkRules(new Facts(List.of(old), Duration.ofSeconds(60))).checks();
    assertThat(result(large, "multicast-in")).isEqualTo(Result.OK);
  }

  @Test
  void mdnsThatCouldNotBeOpenedIsBlocked() {
    var refused = card(way("mdns", tally(0, null, 1, 200), Tally.NONE, Tally.NONE));
    assertThat(result(checks(refused), "mdns")).isEqualTo(Result.BLOCKED);
    var opened = card(way("mdns", good(1), Tally.NONE, Tally.NONE));
    assertThat(result(checks(opened), "mdns")).isEqualTo(Result.OK);
  }

  private static Result out(Tally sent) {
    return result(checks(card(way("multicast4", sent, good(1), good(1)))), "multicast-out");
  }

  private static Result result(List<Check> checks, String check) {
    return checks.stream().filter(c -> c.check().equals(check)).findFirst().orElseThrow().result();
  }

  private static List<Check> checks(Card... cards) {
    return new NetworkRules(new Facts(List.of(cards), PERIOD)).checks();
  }

  private static Card card(Way... ways) {
    return new Card(ETH, false, List.of(ways));
  }

  private static Way way(String name, Tally sent, Tally own, Tally others) {
    return new Way(name, sent, own, others);
  }

  private static Tally good(long count) {
    return tally(count, 1, 0, null);
  }

  private static Tally tally(long good, Integer sinceGood, long bad, Integer sinceBad) {
    return new Tally(
        good,
        bad,
        Optional.ofNullable(sinceGood).map(Duration::ofSeconds),
        Optional.ofNullable(sinceBad).map(Duration::ofSeconds));
  }
}
