package paloma.wire.secure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AnnouncementRulesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = -5 * SECOND; // a clock of nanoseconds begins anywhere

  private final AnnouncementRules rules = new AnnouncementRules(new SplittableRandom(7));

  @Test
  void nothingIsDueBeforeTheStart() {
    assertThat(rules.next()).isEmpty();
    assertThat(rules.due(START)).isFalse();
  }

  @Test
  void aStartIsSaidThreeTimesAndThenOnceAPeriod() {
    rules.burst(START);

    var said = run(START, START + 60 * SECOND);

    assertThat(said.subList(0, 3)).containsExactly(START, START + SECOND / 2, START + 2 * SECOND);
    for (int i = 3; i < said.size(); i++) {
      assertThat(said.get(i) - said.get(i - 1)).isBetween(8 * SECOND, 10 * SECOND);
    }
    assertThat(said.size()).isBetween(8, 11);
  }

  @Test
  void thePeriodGrowsWithPeersTimesWaysAndNotWithEachPeer() {
    assertThat(rules.population(50, 3)).isFalse();
    assertThat(rules.periodMillis()).isEqualTo(10_000);
    assertThat(rules.population(100, 3)).isTrue();
    assertThat(rules.periodMillis()).isEqualTo(15_000);
    assertThat(rules.population(99, 3)).isFalse();
    assertThat(rules.population(83, 3)).isFalse();
    assertThat(rules.periodMillis()).isEqualTo(15_000);
    assertThat(rules.population(20_000, 3)).isTrue();
    assertThat(rules.periodMillis()).isEqualTo(2_400_000);
    assertThat(rules.population(1, 3)).isTrue();
    assertThat(rules.periodMillis()).isEqualTo(10_000);
  }

  @Test
  void somebodyNewIsAnsweredSoonAndAtMostOnceASecond() {
    rules.burst(START);
    run(START, START + 3 * SECOND);
    var said = new ArrayList<Long>();
    for (long now = START + 3 * SECOND; now < START + 6 * SECOND; now += SECOND / 100) {
      rules.newcomer(now);
      if (rules.due(now)) said.add(now);
    }

    assertThat(said.getFirst() - (START + 3 * SECOND)).isBetween(0L, SECOND / 5 + SECOND / 100);
    assertThat(said).hasSizeBetween(2, 4);
    for (int i = 1; i < said.size(); i++) {
      assertThat(said.get(i) - said.get(i - 1)).isGreaterThanOrEqualTo(8 * SECOND / 10);
    }
  }

  @Test
  void aChangeIsSaidAtOnceAndAFailedWayIsTriedAgainButNotForEver() {
    rules.burst(START);
    run(START, START + 3 * SECOND);
    rules.changed(START + 4 * SECOND);
    assertThat(rules.due(START + 4 * SECOND)).isTrue();

    long now = START + 5 * SECOND;
    rules.due(now);
    int tries = 0;
    for (int i = 0; i < 20; i++) {
      rules.retry(now);
      if (rules.next().getAsLong() != now + SECOND) break;
      now += SECOND;
      rules.due(now);
      tries++;
    }
    assertThat(tries).isEqualTo(5);
  }

  private List<Long> run(long from, long to) {
    var said = new ArrayList<Long>();
    long now = from;
    while (true) {
      now = rules.next().getAsLong();
      if (now >= to) return said;
      assertThat(rules.due(now)).isTrue();
      said.add(now);
    }
  }
}
