package paloma.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Problem;
import paloma.platform.autostart.Autostart;
import paloma.settings.PolicyFile;
import paloma.settings.Setting;
import paloma.settings.Settings;

final class LoginStartTest {
  @TempDir Path folder;

  /** A system that keeps what it is told, or refuses. */
  private static final class Kept implements Autostart {
    private boolean on;
    private boolean refuses;

    @Override
    public boolean on() {
      return on;
    }

    @Override
    public void set(boolean wanted) {
      if (refuses) throw Problem.failed("autostart-not-written", "here").exception();
      on = wanted;
    }
  }

  private final Kept system = new Kept();
  private final Settings settings = Settings.inMemory();

  @Test
  void whatTheSystemHasIsTheTruth() {
    var login = new LoginStart(settings, Optional.of(system));
    system.on = true;
    login.begin();
    assertThat(settings.get(Setting.AUTOSTART)).isTrue();

    system.on = false;
    login.choice().orElseThrow().run();
    assertThat(settings.get(Setting.AUTOSTART)).isFalse();
  }

  @Test
  void theSettingIsCarriedToTheSystem() {
    new LoginStart(settings, Optional.of(system)).begin();
    settings.set(Setting.AUTOSTART, true);
    assertThat(system.on).isTrue();
    settings.setWord(Setting.AUTOSTART, "off");
    assertThat(system.on).isFalse();
  }

  @Test
  void whatTheSystemRefusesIsSaidAndTheSettingGoesBack() {
    new LoginStart(settings, Optional.of(system)).begin();
    system.refuses = true;
    assertThatThrownBy(() -> settings.set(Setting.AUTOSTART, true))
        .hasMessageContaining("autostart-not-written");
    assertThat(settings.get(Setting.AUTOSTART)).isFalse();
  }

  @Test
  void whereThereIsNothingToStartItStaysOff() {
    var login = new LoginStart(settings, Optional.empty());
    login.begin();
    assertThat(login.choice()).isEmpty();
    assertThatThrownBy(() -> settings.set(Setting.AUTOSTART, true))
        .hasMessageContaining("autostart-not-here");
    assertThat(settings.get(Setting.AUTOSTART)).isFalse();
  }

  @Test
  void whatTheOfficeDecidedIsCarriedToTheSystem() throws IOException {
    var file = Files.writeString(folder.resolve("policy.json"), "{\"autostart\":true}");
    var office = new PolicyFile(file, _ -> true).read();
    var decided = Settings.open(folder.resolve("settings.json"), office);
    new LoginStart(decided, Optional.of(system)).begin();
    assertThat(system.on).isTrue();
  }
}
