package paloma.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Problem;
import paloma.model.ProblemException;

final class SettingsTest {
  @TempDir Path folder;
  private Path file;
  private Path policy;

  @BeforeEach
  void files() {
    file = folder.resolve("settings.json");
    policy = folder.resolve("policy.json");
  }

  private Settings open() {
    return Settings.open(file, policy);
  }

  @Test
  void whatWasNeverSetIsTheDefault() {
    assertThat(open().get(Setting.THEME)).isEqualTo("system");
    assertThat(open().get(Setting.TEXT_SCALE)).isEqualTo(100);
    assertThat(open().problems()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void whatWasSetIsThereAfterTheNextStart() {
    open().set(Setting.TEXT_SCALE, 140);
    open().set(Setting.DOWNLOADS, "/家/受信");

    assertThat(open().get(Setting.TEXT_SCALE)).isEqualTo(140);
    assertThat(open().get(Setting.DOWNLOADS)).isEqualTo("/家/受信");
  }

  @Test
  void keysOfANewerPalomaAreKept() throws IOException {
    Files.writeString(file, "{\"later\":{\"deep\":[1,2]},\"theme\":\"dark\"}");

    open().set(Setting.SOUNDS, false);

    assertThat(Files.readString(file)).containsPattern("\"later\"\\s*:\\s*\\{").contains("dark");
  }

  @Test
  void aDamagedFileIsKeptAsideAndSaid() throws IOException {
    Files.writeString(file, "{\"theme\":");

    var settings = open();

    var aside = folder.resolve("settings.json.damaged");
    assertThat(settings.problems())
        .containsExactly(Problem.failed("settings-damaged", aside.toString()));
    assertThat(aside).hasContent("{\"theme\":");
    assertThat(settings.get(Setting.THEME)).isEqualTo("system");
  }

  @Test
  void aClientTouchesNoDamagedFile() throws IOException {
    Files.writeString(file, "not json");

    assertThat(Settings.peek(file, policy).problems()).hasSize(1);

    assertThat(file).hasContent("not json");
  }

  @Test
  void aValueThatIsNotAllowedCountsAsNotSet() throws IOException {
    Files.writeString(file, "{\"text-scale\":9000,\"enter-sends\":\"maybe\",\"theme\":7}");

    assertThat(open().get(Setting.TEXT_SCALE)).isEqualTo(100);
    assertThat(open().get(Setting.ENTER_SENDS)).isTrue();
    assertThat(open().get(Setting.THEME)).isEqualTo("system");
  }

  @Test
  void typedWordsBecomeValues() {
    var settings = open();
    settings.setWord(Setting.ENTER_SENDS, "off");
    settings.setWord(Setting.TEXT_SCALE, "120");

    assertThat(open().get(Setting.ENTER_SENDS)).isFalse();
    assertThat(open().get(Setting.TEXT_SCALE)).isEqualTo(120);
    assertThatThrownBy(() -> settings.setWord(Setting.TEXT_SCALE, "12"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problem())
                    .isEqualTo(Problem.usage("setting-value", "text-scale", "12")));
  }

  @Test
  void theOfficeDecidesAndNobodyElse() throws IOException {
    Files.writeString(policy, "{\"accept\":\"verified\"}");
    Files.writeString(file, "{\"accept\":\"all\"}");

    var settings = open();

    assertThat(settings.get(Setting.ACCEPT)).isEqualTo("verified");
    assertThat(settings.locked(Setting.ACCEPT)).isTrue();
    assertThat(settings.locked(Setting.THEME)).isFalse();
    assertThatThrownBy(() -> settings.set(Setting.ACCEPT, "all"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.refused("setting-locked", "accept")));
  }

  @Test
  void listenersHearWhatChangedAndOnlyThat() throws Exception {
    var settings = open();
    var heard = new ArrayList<String>();
    try (var _ = settings.listen(setting -> heard.add(setting.key()))) {
      settings.set(Setting.THEME, "dark");
      settings.set(Setting.THEME, "dark");
    }
    settings.set(Setting.THEME, "light");

    assertThat(heard).containsExactly("theme");
  }

  @Test
  void everySettingIsListedOnceAndItsDefaultIsAllowed() {
    assertThat(Setting.ALL).extracting(Setting::key).doesNotHaveDuplicates();
    for (var setting : Setting.ALL) {
      assertThat(setting.read().apply(setting.fallback()).isPresent()).as(setting.key()).isTrue();
      assertThat(Setting.named(setting.key())).containsSame(setting);
    }
  }
}
