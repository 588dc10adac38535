package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class FontsTest {
  private static final List<String> LINUX = List.of("DejaVu Sans", "Inter", "Noto Sans CJK SC");

  @Test
  void theFirstInstalledFamilyOfTheLanguageWins() {
    assertThat(Fonts.text(Locale.SIMPLIFIED_CHINESE, LINUX)).isEqualTo("Noto Sans CJK SC");
    assertThat(Fonts.text(Locale.ENGLISH, LINUX)).isEqualTo("Inter");
  }

  @Test
  void aLanguageWithoutItsFamilyTakesALatinOne() {
    assertThat(Fonts.text(Locale.TRADITIONAL_CHINESE, LINUX)).isEqualTo("Inter");
  }

  @Test
  void aMachineWithoutAnyOfThemTakesTheSystems() {
    assertThat(Fonts.text(Locale.JAPANESE, List.of())).isEqualTo("System");
  }
}
