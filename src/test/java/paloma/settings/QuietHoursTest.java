package paloma.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paloma.model.ProblemException;

final class QuietHoursTest {
  @ParameterizedTest
  @CsvSource({
    "22:00-08:00, 22:00, true",
    "22:00-08:00, 03:00, true",
    "22:00-08:00, 08:00, false",
    "22:00-08:00, 21:59, false",
    "12:00-13:30, 12:00, true",
    "12:00-13:30, 13:29, true",
    "12:00-13:30, 13:30, false",
    "12:00-13:30, 23:00, false"
  })
  void hoursIncludeTheirFirstMinuteAndNotTheLastAlsoOverMidnight(
      String hours, String time, boolean quiet) {
    var read = QuietHours.parse(hours).orElseThrow();
    assertThat(read.include(LocalTime.parse(time))).isEqualTo(quiet);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "22", "24:00-08:00", "22:00-22:00", "22:60-08:00", "night", "1-2-3"})
  void anythingElseIsRefused(String words) {
    assertThat(QuietHours.parse(words)).isEmpty();
  }

  @Test
  void theSettingIsWrittenInOneForm() {
    var settings = Settings.inMemory();
    settings.setWord(Setting.QUIET_HOURS, " 22:30 – 7:05 ");
    assertThat(settings.get(Setting.QUIET_HOURS)).isEqualTo("22:30-07:05");
    settings.setWord(Setting.QUIET_HOURS, "");
    assertThat(settings.get(Setting.QUIET_HOURS)).isEmpty();
    assertThatThrownBy(() -> settings.setWord(Setting.QUIET_HOURS, "always"))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void textsAreTypedWithBarsAndAtMostTwentyOfThem() {
    var settings = Settings.inMemory();
    settings.setWord(Setting.QUICK_REPLIES, "好的，谢谢 | One moment, please||");
    assertThat(settings.get(Setting.QUICK_REPLIES)).containsExactly("好的，谢谢", "One moment, please");
    var many = Collections.nCopies(Setting.MOST_REPLIES + 1, "yes");
    assertThatThrownBy(() -> settings.setWord(Setting.QUICK_REPLIES, many))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> settings.setWord(Setting.QUICK_REPLIES, List.of("x".repeat(501))))
        .isInstanceOf(ProblemException.class);
  }
}
