package paloma.wire.secure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import paloma.net.Nic;
import paloma.work.WoundTime;

class LookoutTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("192.168.1.5");
  private static final InetAddress THERE = InetAddress.ofLiteral("192.168.1.6");
  private static final Nic ETH = new Nic("eth0", 2, false, List.of(new Nic.Local(HERE, 24, null)));
  private static final Nic LO =
      new Nic("lo", 1, true, List.of(new Nic.Local(InetAddress.ofLiteral("127.0.0.1"), 8, null)));

  private final WoundTime time = new WoundTime();
  private final Findings findings = new Findings(time);
  private final List<String> told = new ArrayList<>();

  private final Lookout.Report report =
      new Lookout.Report() {
        @Override
        public void awoke() {
          told.add("awoke");
        }

        @Override
        public void problem(String code, String... details) {
          told.add(code + " " + String.join(" ", details));
        }
      };

  @Test
  void aSleepIsNoticedAndAnOrdinaryMinuteIsNot() {
    started(ETH);
    heardOwn();
    time.pass(Duration.ofMinutes(1));
    assertThat(told).isEmpty();

    time.sleep(Duration.ofMinutes(10));
    time.pass(Duration.ofSeconds(2));
    assertThat(told).containsExactly("awoke");
  }

  @Test
  void aLateLookMeansThatTheMachineStoodStill() {
    var wakefulness = new Wakefulness(time.now(), 0);
    long second = 1_000_000_000L;
    var wall = time.now();
    assertThat(wakefulness.jumped(wall.plusSeconds(3), 3 * second)).as("busy").isFalse();
    assertThat(wakefulness.jumped(wall.plusSeconds(103), 103 * second)).isTrue();
    assertThat(wakefulness.jumped(wall.plusSeconds(104), 104 * second)).isFalse();
    assertThat(wakefulness.jumped(wall.plusSeconds(90), 105 * second)).as("set back").isTrue();
    assertThat(wakefulness.jumped(wall.plusSeconds(95), 106 * second)).as("drift").isFalse();
  }

  @Test
  void beingInNoNetworkIsToldOnceUntilThereWasOne() {
    var lookout = started(LO);
    time.pass(Duration.ofSeconds(3));
    lookout.use(List.of());
    time.pass(Duration.ofSeconds(3));
    assertThat(told).containsExactly("no-network ");
    assertThat(lookout.alone()).isTrue();

    lookout.use(List.of(LO, ETH));
    assertThat(lookout.alone()).isFalse();
    time.pass(Duration.ofSeconds(1));
    lookout.use(List.of(LO));
    time.pass(Duration.ofSeconds(1));
    assertThat(told).containsExactly("no-network ", "no-network ");
  }

  @Test
  void aLoopbackThatWasChosenIsANetwork() {
    var lookout = new Lookout(time, findings, true);
    lookout.start(report);
    lookout.use(List.of(LO));
    time.pass(Duration.ofSeconds(2));
    assertThat(told).isEmpty();
  }

  @Test
  void callingIsBlockedWhenNotEvenOurOwnVoiceComesBack() {
    started(ETH);
    findings.sent(ETH, "multicast4", true);
    time.pass(Duration.ofSeconds(44));
    assertThat(told).isEmpty();
    time.pass(Duration.ofSeconds(60));
    assertThat(told).containsExactly("multicast-blocked eth0 192.168.1.5");
  }

  @Test
  void callingIsBlockedWhenNeighboursAreThereByMdnsOrALinkOnly() {
    started(ETH);
    heardOwn();
    findings.linked(THERE);
    time.pass(Duration.ofSeconds(44));
    assertThat(told).isEmpty();
    time.pass(Duration.ofSeconds(2));
    assertThat(told).containsExactly("multicast-blocked eth0 192.168.1.5");
  }

  @Test
  void aNeighbourWhoCallsOrALinkFromFarAwayIsNoReason() {
    started(ETH);
    heardOwn();
    findings.linked(InetAddress.ofLiteral("10.9.9.9"));
    findings.linked(HERE);
    time.pass(Duration.ofMinutes(2));
    findings.linked(THERE);
    findings.heard(THERE, false, "broadcast");
    time.pass(Duration.ofMinutes(2));
    assertThat(told).isEmpty();
  }

  @Test
  void factsTellOwnFromOthersAndForgetANetworkThatWasLeft() {
    started(ETH);
    heardOwn();
    findings.heard(THERE, false, "multicast4");
    var way = findings.cards(false).getFirst().way("multicast4").orElseThrow();
    assertThat(way.own().good()).isEqualTo(1);
    assertThat(way.others().good()).isEqualTo(1);
    assertThat(way.sent().good()).isEqualTo(1);

    var moved =
        new Nic(
            "eth0", 2, false, List.of(new Nic.Local(InetAddress.ofLiteral("10.0.0.5"), 24, null)));
    findings.use(List.of(moved));
    assertThat(findings.cards(false).getFirst().ways()).isEmpty();
  }

  private void heardOwn() {
    findings.sent(ETH, "multicast4", true);
    findings.heard(HERE, true, "multicast4");
  }

  private Lookout started(Nic nic) {
    var lookout = new Lookout(time, findings, false);
    lookout.start(report);
    lookout.use(List.of(nic));
    return lookout;
  }
}
