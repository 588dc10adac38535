package paloma.platform.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class IdleHereTest {
  @Test
  void theCountOfTheMacIsReadInNanoseconds() {
    var shown =
        """
        +-o Root  <class IORegistryEntry>
          +-o IOHIDSystem  <class IOHIDSystem, registered>
            | {
            |   "HIDIdleTime" = 612000000042
            |   "HIDParameters" = {"HIDIdleTime"=1}
        """;
    assertThat(MacIdle.read(shown)).contains(Duration.ofNanos(612_000_000_042L));
    assertThat(MacIdle.read("no such driver")).isEmpty();
  }

  @Test
  void theTicksOfWindowsBeginAnewAfterSevenWeeks() {
    assertThat(WindowsIdle.between(1_000, 61_000)).isEqualTo(Duration.ofMinutes(1));
    assertThat(WindowsIdle.between(-500, 500)).isEqualTo(Duration.ofSeconds(1));
    assertThat(WindowsIdle.between(Integer.MAX_VALUE, Integer.MIN_VALUE + 999))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aSystemThatSaysNothingIsNoTrouble() {
    try (var idle = IdleHere.open()) {
      idle.untouched().ifPresent(d -> assertThat(d.isNegative()).isFalse());
    }
  }
}
