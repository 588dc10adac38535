package paloma.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Firewalls that leave only one way, taken ports, several people at one computer. */
@RealHosts
final class HardNetworksTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String MULTICAST_4 = "ip daddr 224.0.0.0/4";

  /** Not all of ff00::/8: without neighbour discovery there is no IPv6 at all. */
  private static final String MULTICAST_6 = "ip6 daddr ff00::/8 udp dport != 0";

  private static final String BROADCAST = "ip daddr 192.168.77.255";
  private static final String BROADCAST_ALL = "ip daddr 255.255.255.255";
  private static final String MDNS = "udp dport 5353";

  private final Lan lan = new Lan();

  @AfterEach
  void removeHosts() {
    lan.close();
  }

  @Test
  void withoutMulticastTheBroadcastFinds() throws InterruptedException {
    var anna = lan.host();
    anna.block(MULTICAST_4, MULTICAST_6, MDNS);
    findAndTalk(anna.person("Anna").start(), lan.host().person("Bert").start());
  }

  @Test
  void withMulticastDnsAloneItFinds() throws InterruptedException {
    var anna = lan.host();
    anna.block("ip daddr 224.0.0.0/4 udp dport != 5353", MULTICAST_6, BROADCAST, BROADCAST_ALL);
    findAndTalk(anna.person("Anna").start(), lan.host().person("Bert").start());
  }

  @Test
  void withIpv6MulticastAloneItFinds() throws InterruptedException {
    var anna = lan.host();
    anna.block(MULTICAST_4, BROADCAST, BROADCAST_ALL, MDNS);
    findAndTalk(anna.person("Anna").start(), lan.host().person("Bert").start());
  }

  @Test
  void whereNothingFindsAnAddressIsEnough() throws InterruptedException {
    var host = lan.host();
    host.block(MULTICAST_4, MULTICAST_6, BROADCAST, BROADCAST_ALL, MDNS);
    var bert = lan.host().person("Bert").start();
    var anna = host.person("Anna").start("--peer", bert.host().address() + ":" + bert.port());
    findAndTalk(anna, bert);
  }

  @Test
  void aTakenPortIsPassedByAndTheNextOneReached() throws InterruptedException {
    var host = lan.host();
    var other = host.person("Occupant").start("--port", "24250");
    var anna = host.person("Anna").start();
    assertThat(other.port()).isEqualTo(24250);
    assertThat(anna.port()).isEqualTo(24251);
    anna.await(
        "that the port is taken",
        n -> n.is("problem") && n.text("code").equals("port-taken"),
        PATIENCE);
    findAndTalk(anna, lan.host().person("Bert").start());
  }

  @Test
  void twoPeopleAtOneComputerTalkToEachOtherAndToAThird() throws InterruptedException {
    var shared = lan.host();
    var anna = shared.person("Anna").start();
    var bert = shared.person("Bert").start();
    var carla = lan.host().person("Carla").start();
    findAndTalk(anna, bert);
    findAndTalk(anna, carla);
    findAndTalk(bert, carla);
  }

  @Test
  void aSecondStartOnTheSameProfileLeavesTheFirstAlone() throws InterruptedException {
    var anna = lan.host().person("Anna").start();
    assertThat(anna.type("status").exit()).isZero();
    assertThat(anna.type("send", "nobody-at-all", "hello").exit()).isEqualTo(4);
    assertThat(anna.type("stop").exit()).isZero();
    anna.stop();
    assertThat(anna.type("status").exit()).isEqualTo(3);
  }

  private static void findAndTalk(Node one, Node other) throws InterruptedException {
    one.awaitPresent(other, 0, PATIENCE);
    other.awaitPresent(one, 0, PATIENCE);
    Talk.sayAndAwaitDelivery(one, other, "hello " + other.name());
    Talk.sayAndAwaitDelivery(other, one, "hello " + one.name());
  }
}
