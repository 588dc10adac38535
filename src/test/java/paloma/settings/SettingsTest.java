package paloma.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Problem;
import paloma.model.ProblemException;

final class SettingsTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void files() {
    file = folder.resolve("settings.json");
  }

  private Settings open() {
    return Settings.open(file, PolicyReading.NONE);
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

    assertThat(Settings.peek(file, PolicyReading.NONE).problems()).hasSize(1);

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
    Files.writeString(file, "{\"accept\":\"all\"}");

    var settings = in("{\"accept\":{\"value\":\"verified\",\"why\":\"audit\"}}");

    assertThat(settings.get(Setting.ACCEPT)).isEqualTo("verified");
    assertThat(settings.locked(Setting.ACCEPT)).isTrue();
    assertThat(settings.why(Setting.ACCEPT)).contains("audit");
    assertThat(settings.locked(Setting.THEME)).isFalse();
    assertThat(settings.why(Setting.THEME)).isEmpty();
    assertThatThrownBy(() -> settings.set(Setting.ACCEPT, "all"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.refused("setting-locked", "accept")));
  }

  private Settings in(String policy) {
    var bytes = policy.getBytes(StandardCharsets.UTF_8);
    return Settings.open(file, PolicyText.read("policy.json", bytes));
  }

  @Test
  void theOfficesDefaultHoldsUntilSomebodySetsSomethingElse() {
    var policy = "{\"defaults\":{\"theme\":\"dark\",\"text-scale\":120},\"text-scale\":150}";
    var settings = in(policy);

    assertThat(settings.get(Setting.THEME)).isEqualTo("dark");
    assertThat(settings.locked(Setting.THEME)).isFalse();
    assertThat(settings.get(Setting.TEXT_SCALE)).as("a lock is above a default").isEqualTo(150);

    settings.set(Setting.THEME, "system");

    assertThat(in(policy).get(Setting.THEME)).as("set, though it is the usual").isEqualTo("system");
  }

  @Test
  void aRefusedPolicyLeavesThePersonsSettingsInForceAndSaysSo() throws IOException {
    Files.writeString(file, "{\"accept\":\"all\"}");

    var settings = in("{\"accept\":\"ask\",\"theme\":\"pink\"}");

    assertThat(settings.get(Setting.ACCEPT)).isEqualTo("all");
    assertThat(settings.locked(Setting.ACCEPT)).isFalse();
    assertThat(settings.problems()).extracting(Problem::code).containsExactly("policy-value");
  }

  @Test
  void addressesAreAListOrWordsWithCommas() {
    var settings = open();
    settings.setWord(Setting.SEEDS, "10.1.0.5, files.office:24999,[fd00::7]:80");

    assertThat(open().get(Setting.SEEDS))
        .containsExactly("10.1.0.5", "files.office:24999", "[fd00::7]:80");
    settings.setWord(Setting.SEEDS, List.of("anna-pc"));
    assertThat(open().get(Setting.SEEDS)).containsExactly("anna-pc");
    settings.setWord(Setting.SEEDS, "");
    assertThat(open().get(Setting.SEEDS)).isEmpty();
    for (var wrong : List.of("a,,b", "a b", "10.1.0", "a:0", "http://a")) {
      assertThatThrownBy(() -> settings.setWord(Setting.SEEDS, wrong))
          .as(wrong)
          .hasMessageContaining("setting-value");
    }
  }

  @Test
  void theDownloadFolderIsAWholePathOrBeginsAtHome() {
    var home = Path.of(System.getProperty("user.home"));
    var settings = open();
    settings.setWord(Setting.DOWNLOADS, "~/Received");

    assertThat(settings.get(Setting.DOWNLOADS)).isEqualTo(home.resolve("Received").toString());
    assertThatThrownBy(() -> settings.setWord(Setting.DOWNLOADS, "received"))
        .hasMessageContaining("setting-value");
    assertThatThrownBy(() -> settings.setWord(Setting.DOWNLOADS, "/a\0b"))
        .hasMessageContaining("setting-value");
  }

  @Test
  void whatAProgramRemembersOfAPersonIsNotForAnOffice() {
    assertThat(Setting.ALL)
        .filteredOn(setting -> !setting.lockable())
        .extracting(Setting::key)
        .contains("welcomed", "told.keep-running", "window.x", "window.conversation")
        .doesNotContain("theme", "accept", "downloads", "seeds", "port", "language");
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
