package paloma.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Problem;
import paloma.platform.windows.Registry;
import paloma.settings.PolicyFile;
import paloma.settings.PolicyReading;
import paloma.settings.Setting;
import paloma.settings.Settings;

final class OfficeTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aFile() throws IOException {
    file = folder.resolve("policy.json");
    Files.writeString(file, "{\"accept\":\"ask\",\"theme\":\"light\",\"sounds\":false}");
  }

  private PolicyReading read(Registry.Answer... answers) {
    return new Office(new PolicyFile(file, _ -> true), _ -> List.of(answers)).read();
  }

  private static Registry.Found found(String key, Object value) {
    return new Registry.Found(Map.of("", Map.of(key, value)));
  }

  @Test
  void theMachineIsBeforeTheAccountAndBothBeforeTheFile() {
    var machine = found("accept", "verified");
    var account =
        new Registry.Found(Map.of("", Map.of("accept", "all", "theme", "dark", "contact", "IT")));

    var settings = Settings.inMemory(read(machine, account));

    assertThat(settings.get(Setting.ACCEPT)).isEqualTo("verified");
    assertThat(settings.get(Setting.THEME)).isEqualTo("dark");
    assertThat(settings.get(Setting.SOUNDS)).isFalse();
    assertThat(settings.contact()).contains("IT");
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void aSourceThatIsRefusedLeavesTheOthers() {
    var settings = Settings.inMemory(read(found("accept", "some"), found("theme", "dark")));

    assertThat(settings.get(Setting.ACCEPT)).isEqualTo("ask");
    assertThat(settings.get(Setting.THEME)).isEqualTo("dark");
    assertThat(settings.problems()).extracting(Problem::code).containsExactly("policy-value");
  }

  @Test
  void aRegistryThatDoesNotAnswerIsSaid() {
    var settings = Settings.inMemory(read(new Registry.Failed(), new Registry.Absent()));

    assertThat(settings.problems())
        .containsExactly(Problem.failed("policy-unreadable", "HKLM\\Software\\Policies\\Paloma"));
    assertThat(settings.locked(Setting.SOUNDS)).as("the file holds").isTrue();
  }

  @Test
  void whereThereIsNoRegistryTheFileDecides() {
    assertThat(read().policy().locks()).containsOnlyKeys("accept", "theme", "sounds");
  }
}
