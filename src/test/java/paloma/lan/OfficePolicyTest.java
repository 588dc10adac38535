package paloma.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The packaged program on a computer where an administrator has put a policy. */
@RealHosts
final class OfficePolicyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int REFUSED = 6;

  private final Lan lan = new Lan();

  @AfterEach
  void removeHosts() {
    lan.close();
  }

  @Test
  void theOfficesAddressesFindWhereNothingElseDoesAndItsLocksHold() throws InterruptedException {
    var host = lan.host();
    host.block(
        "ip daddr 224.0.0.0/4",
        "ip6 daddr ff00::/8 udp dport != 0",
        "ip daddr 192.168.77.255",
        "ip daddr 255.255.255.255");
    var bert = lan.host().person("Bert").start();
    host.policy(
        """
        {
          "accept": {"value": "ask", "why": "audit"},
          "port": 24990,
          "seeds": ["%s:%d", "nowhere.invalid"]
        }
        """
            .formatted(bert.host().address(), bert.port()),
        "rw-r--r--");

    var anna = host.person("Anna").start();

    anna.awaitPresent(bert, 0, PATIENCE);
    bert.awaitPresent(anna, 0, PATIENCE);
    Talk.sayAndAwaitDelivery(anna, bert, "hello");
    assertThat(anna.port()).isEqualTo(24990);
    assertThat(anna.type("settings", "get", "accept").rows().getFirst())
        .containsAllEntriesOf(
            Map.of("key", "accept", "value", "ask", "locked", true, "why", "audit"));
    assertThat(anna.type("settings", "set", "accept", "all").exit()).isEqualTo(REFUSED);
    var carla = host.person("Carla");
    assertThat(carla.type("node", "--accept", "all").exit()).isEqualTo(REFUSED);
    assertThat(carla.type("node", "--peer", "192.168.77.99").exit()).isEqualTo(REFUSED);
  }

  @Test
  void aPolicyThatAnybodyCouldHaveWrittenDecidesNothingAndThisIsSaid() throws InterruptedException {
    var host = lan.host();
    host.policy("{\"accept\": \"all\"}", "rw-rw-rw-");

    var anna = host.person("Anna").start();

    anna.await(
        "that the policy is not trusted",
        n -> n.is("problem") && n.text("code").equals("policy-not-trusted"),
        PATIENCE);
    assertThat(anna.type("settings", "get", "accept").rows().getFirst())
        .containsEntry("value", "ask")
        .containsEntry("locked", false);
  }
}
