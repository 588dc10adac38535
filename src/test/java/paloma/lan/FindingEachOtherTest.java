package paloma.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody configures anything, and everybody is on everybody's list. */
@RealHosts
final class FindingEachOtherTest {
  /** What the product promises for 19 of 20 starts. */
  private static final Duration PROMISED = Duration.ofSeconds(1);

  /** When it is hopeless: several tests and helpers share two cores. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration OFFLINE = Duration.ofSeconds(25);
  private static final int STARTS = Whole.RUN ? 20 : 6;

  private final Lan lan = new Lan();

  @AfterEach
  void removeHosts() {
    lan.close();
  }

  @Test
  void twoHostsListEachOtherWithinASecondOfTheStart() throws InterruptedException {
    var anna = lan.host().person("Anna").start();
    var bert = lan.host().person("Bert");
    var millis = new ArrayList<Long>();
    for (int i = 0; i < STARTS; i++) {
      int before = anna.noticesSoFar();
      bert.start();
      var started = bert.await("its start", n -> n.is("started"), PATIENCE).nanos();
      var seen = bert.awaitPresent(anna, 0, PATIENCE).nanos();
      var wasSeen = anna.awaitPresent(bert, before, PATIENCE).nanos();
      millis.add(Math.max(0, Math.max(seen, wasSeen) - started) / 1_000_000);
      int there = anna.noticesSoFar();
      bert.stop();
      anna.awaitAbsent(bert, there, PATIENCE);
    }
    var sorted = millis.stream().sorted().toList();
    long p95 = sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    System.out.println("discovery after the start, ms: " + millis + ", p95 " + p95);
    assertThat(p95).isLessThanOrEqualTo(PROMISED.toMillis());
  }

  @Test
  void somebodyKilledIsOfflineSoonWithALinkAndWithout() throws InterruptedException {
    var anna = lan.host().person("Anna").start();
    var bert = lan.host().person("Bert").start();
    anna.awaitPresent(bert, 0, PATIENCE);
    var withoutWords = killAndMeasure(anna, bert);

    int before = anna.noticesSoFar();
    bert.start();
    anna.awaitPresent(bert, before, PATIENCE);
    Talk.sayAndAwaitDelivery(anna, bert, "a link");
    var afterWords = killAndMeasure(anna, bert);
    System.out.println("offline after kill -9, ms: " + List.of(withoutWords, afterWords));
    assertThat(List.of(withoutWords, afterWords)).allMatch(ms -> ms <= OFFLINE.toMillis());
  }

  private static long killAndMeasure(Node watcher, Node victim) throws InterruptedException {
    int before = watcher.noticesSoFar();
    long killed = System.nanoTime();
    victim.kill();
    var gone = watcher.awaitAbsent(victim, before, OFFLINE.plus(PATIENCE)).nanos();
    return (gone - killed) / 1_000_000;
  }

  @Test
  void anUnpluggedCableIsNoticedAndItsReturnToo() throws InterruptedException {
    var anna = lan.host().person("Anna").start();
    var bert = lan.host().person("Bert").start();
    anna.awaitPresent(bert, 0, PATIENCE);
    Talk.sayAndAwaitDelivery(anna, bert, "before");

    int before = anna.noticesSoFar();
    bert.host().unplug();
    anna.awaitAbsent(bert, before, OFFLINE.plus(PATIENCE));
    var waiting = Talk.say(anna, bert, "while you were away");

    int away = anna.noticesSoFar();
    bert.host().plug();
    anna.awaitPresent(bert, away, PATIENCE);
    Talk.awaitDelivered(anna, away, waiting);
  }

  @Test
  void anAddressThatChangesTakesTheConversationAlong() throws InterruptedException {
    var anna = lan.host().person("Anna").start();
    var bert = lan.host().person("Bert").start();
    anna.awaitPresent(bert, 0, PATIENCE);
    Talk.sayAndAwaitDelivery(anna, bert, "before");
    bert.host().address("192.168.77.150");
    Talk.sayAndAwaitDelivery(anna, bert, "after");
    Talk.sayAndAwaitDelivery(bert, anna, "and back");
  }
}
