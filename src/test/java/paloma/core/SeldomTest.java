package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import paloma.work.WoundTime;

class SeldomTest {
  private final WoundTime time = new WoundTime();
  private final Seldom<String> nudges = new Seldom<>(Duration.ofSeconds(10), time);

  @Test
  void eachHasItsOwnPause() {
    assertThat(nudges.take("anna")).isTrue();
    assertThat(nudges.take("anna")).isFalse();
    assertThat(nudges.take("bo")).isTrue();
    time.pass(Duration.ofSeconds(9));
    assertThat(nudges.take("anna")).isFalse();
    time.pass(Duration.ofSeconds(1));
    assertThat(nudges.take("anna")).isTrue();
    assertThat(nudges.take("anna")).isFalse();
  }

  @Test
  void theClockOnTheWallDoesNotMatter() {
    assertThat(nudges.take("anna")).isTrue();
    time.sleep(Duration.ofDays(1));
    assertThat(nudges.take("anna")).isFalse();
  }

  @Test
  void aMessageCanBeTakenBackForSoLongAndNotLonger() {
    var rules = new VerbRules(Duration.ofMinutes(10), true, false);
    var said = Instant.parse("2026-11-24T08:00:00Z");
    assertThat(rules.inTime(said, said)).isTrue();
    assertThat(rules.inTime(said, said.plusSeconds(599))).isTrue();
    assertThat(rules.inTime(said, said.plusSeconds(600))).isFalse();
    assertThat(new VerbRules(Duration.ZERO, true, false).inTime(said, said)).isFalse();
  }

  @Test
  void whatTheOfficeDecidedAboutReceiptsHasNoExceptions() {
    var open = new VerbRules(Duration.ZERO, true, false);
    assertThat(open.tells(null)).isTrue();
    assertThat(open.tells(false)).isFalse();
    var locked = new VerbRules(Duration.ZERO, false, true);
    assertThat(locked.tells(null)).isFalse();
    assertThat(locked.tells(true)).isFalse();
  }
}
