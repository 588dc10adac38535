package paloma.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import paloma.frames.Frame.Vector;
import paloma.log.Page;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.LogId;

class LinkRulesTest {
  private static final DeviceId ANNA = new DeviceId(new Hash(1, 0, 0, 0));
  private static final DeviceId JONAS = new DeviceId(new Hash(2, 0, 0, 0));
  private static final LogId LOG = new LogId(ConversationId.between(ANNA, JONAS), ANNA, 7);

  /** Equal logs have equal events: the hash of an event follows from its place. */
  private static Hash hash(LogId log, long seq) {
    return seq == 0 ? Hash.ZERO : new Hash(log.epoch(), seq, 0, 1);
  }

  private static Vector vector(LogId log, long highest) {
    return new Vector(log, 1, highest, hash(log, highest));
  }

  private static Page page(LogId log, long first, long last) {
    var item = new Page.Item(new byte[100], new byte[1000], new byte[64]);
    return new Page(log, first, java.util.Collections.nCopies((int) (last - first + 1), item));
  }

  @Test
  void equalDigestsSendNothing() {
    var ours = new LinkRules(List.of(vector(LOG, 5)));
    assertThat(ours.differs(new LinkRules(List.of(vector(LOG, 5))).digest())).isFalse();
    assertThat(ours.next()).isEmpty();
  }

  @Test
  void whatIsSaidAfterEqualDigestsGoesOut() {
    var ours = new LinkRules(List.of(vector(LOG, 5)));
    ours.advanced(LOG, 6);
    ours.differs(new LinkRules(List.of(vector(LOG, 5))).digest());
    assertThat(ours.next()).contains(Map.entry(LOG, 6L));
  }

  @Test
  void nothingIsSentBeforeThePeerToldWhatItHas() {
    var ours = new LinkRules(List.of(vector(LOG, 5)));
    assertThat(ours.differs(Hash.ZERO)).isTrue();
    ours.vectors(List.of(vector(LOG, 3)), false, LinkRulesTest::hash);
    assertThat(ours.next()).isEmpty();
    ours.vectors(List.of(), true, LinkRulesTest::hash);
    assertThat(ours.next()).contains(Map.entry(LOG, 4L));
  }

  @Test
  void anotherBranchIsToldAndNotPushed() {
    var ours = new LinkRules(List.of(vector(LOG, 5)));
    ours.differs(Hash.ZERO);
    var foreign = new Vector(LOG, 1, 3, new Hash(9, 9, 9, 9));
    assertThat(ours.vectors(List.of(foreign), true, LinkRulesTest::hash)).containsExactly(foreign);
    assertThat(ours.next()).isEmpty();
  }

  @Test
  void theWindowClosesUntilThePeerHasCommitted() {
    var ours = new LinkRules(List.of(vector(LOG, 1_000_000)));
    ours.differs(Hash.ZERO);
    ours.vectors(List.of(), true, LinkRulesTest::hash);
    long sent = 0;
    while (ours.next().isPresent()) {
      long first = ours.next().get().getValue();
      ours.sent(page(LOG, first, first + 99));
      sent = first + 99;
    }
    assertThat(ours.unacknowledgedBytes())
        .isBetween((long) LinkRules.WINDOW, LinkRules.WINDOW * 2L);
    assertThat(ours.handedOver()).containsEntry(LOG, sent);
    ours.acknowledged(LOG, sent);
    assertThat(ours.unacknowledgedBytes()).isZero();
    assertThat(ours.next()).contains(Map.entry(LOG, sent + 1));
  }

  @Test
  void aLogThatIsHeldBackDoesNotStopAnother() {
    var other = new LogId(LOG.conversation(), ANNA, 8);
    var ours = new LinkRules(List.of(vector(LOG, 2), vector(other, 2)));
    ours.differs(Hash.ZERO);
    ours.vectors(List.of(), true, LinkRulesTest::hash);
    ours.held(LOG);
    assertThat(ours.next()).contains(Map.entry(other, 1L));
    ours.sent(page(other, 1, 2));
    assertThat(ours.next()).isEmpty();
    ours.vectors(List.of(new Vector(LOG, 0, 0, Hash.ZERO)), false, LinkRulesTest::hash);
    assertThat(ours.next()).contains(Map.entry(LOG, 1L));
  }

  /** Two ends over a channel that breaks at random: in the end both have everything, in order. */
  @Test
  void anyScheduleEndsWithEqualLogs() {
    long seed = System.nanoTime();
    System.getLogger("paloma.test").log(System.Logger.Level.INFO, "seed {0}", seed);
    var random = new SplittableRandom(seed);
    var logs =
        List.of(
            LOG, new LogId(LOG.conversation(), JONAS, 3), new LogId(LOG.conversation(), ANNA, 9));
    var anna = new HashMap<LogId, Long>();
    var jonas = new HashMap<LogId, Long>();
    for (int link = 0; link < 200; link++) {
      for (int said = random.nextInt(4); said > 0; said--) {
        var log = logs.get(random.nextInt(3));
        (log.author().equals(ANNA) ? anna : jonas).merge(log, 1L, Long::sum);
      }
      exchange(anna, jonas, random.nextInt(3) == 0 ? random.nextInt(3) : Integer.MAX_VALUE, random);
    }
    exchange(anna, jonas, Integer.MAX_VALUE, random);
    assertThat(anna).as("seed " + seed).isEqualTo(jonas);
  }

  private static void exchange(
      Map<LogId, Long> one, Map<LogId, Long> other, int pages, SplittableRandom random) {
    var first = new LinkRules(vectors(one));
    var second = new LinkRules(vectors(other));
    boolean differs = first.differs(second.digest());
    assertThat(second.differs(first.digest())).isEqualTo(differs);
    if (differs) {
      first.vectors(vectors(other), true, LinkRulesTest::hash);
      second.vectors(vectors(one), true, LinkRulesTest::hash);
    }
    for (int i = 0; i < pages; i++) {
      boolean more =
          push(first, one, second, other, random) | push(second, other, first, one, random);
      if (!more) return;
    }
  }

  private static boolean push(
      LinkRules from,
      Map<LogId, Long> has,
      LinkRules to,
      Map<LogId, Long> gets,
      SplittableRandom random) {
    var next = from.next();
    if (next.isEmpty()) return false;
    var log = next.get().getKey();
    long first = next.get().getValue();
    long last = Math.min(has.get(log), first + random.nextInt(3));
    from.sent(page(log, first, last));
    long here = gets.getOrDefault(log, 0L);
    assertThat(first).as("no gap in " + log).isLessThanOrEqualTo(here + 1);
    if (last > here) gets.put(log, last);
    to.received(log, last);
    from.acknowledged(log, last);
    return true;
  }

  private static List<Vector> vectors(Map<LogId, Long> logs) {
    return logs.entrySet().stream().map(e -> vector(e.getKey(), e.getValue())).toList();
  }
}
