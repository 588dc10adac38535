package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Installing;
import paloma.rig.Desk;
import paloma.rig.Rig;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.update.Maker;
import paloma.update.UpdatePolicy;
import paloma.update.Updating;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** An update at the window, with real messengers: seen, got, installed or put off. */
class UpdateInWindowTest {
  @TempDir Path folder;
  private final UiDriver driver = new UiDriver();
  private final Settings settings = Settings.inMemory();
  private final SystemTime time = new SystemTime();
  private final Tasks tasks = new Tasks(time);
  private final List<Path> begun = new CopyOnWriteArrayList<>();
  private Maker maker;
  private Rig rig;
  private Desk anna;
  private PalomaWindow window;

  @BeforeEach
  void begin() throws Exception {
    maker = new Maker(folder.resolve("made"));
    rig = new Rig(folder.resolve("rig"));
    Installing installing =
        (_, file) -> {
          begun.add(file);
          return new Installing.Outcome.Begun();
        };
    var updating = new Updating(maker.keys(), Maker.HERE, UpdatePolicy::open, installing);
    anna = rig.desk("Anna", "0.1.0", updating);
    var jonas = rig.desk("Jonas", "0.1.0", updating);
    anna.awaitSees(jonas);
    jonas.awaitSees(anna);
    anna.say(jonas, "hi");
    jonas.awaitTexts(anna, List.of("hi"));
    settings.set(Setting.LANGUAGE, "en");
    settings.set(Setting.WELCOMED, true);
    // The make-believe screen is 1000 by 1000.
    settings.set(Setting.WINDOW_WIDTH, 900);
    settings.set(Setting.WINDOW_X, 10);
    settings.set(Setting.WINDOW_Y, 10);
    window = PalomaWindow.open(jonas.messenger(), settings, tasks, () -> {});
    driver.awaitWords("Chats");
  }

  @AfterEach
  void end() throws Exception {
    window.close();
    driver.onFx(() -> null);
    rig.close();
    tasks.close();
    time.close();
  }

  @Test
  void aPersonGetsAndInstallsWhatAColleaguePassedOn() throws Exception {
    anna.messenger().addUpdate(maker.release("0.2.0"));
    driver.awaitWords("Paloma 0.2.0 is here");
    driver.awaitWords("Passed on by Anna · signature checked");
    driver.click("Get");
    driver.awaitWords("Checked and ready.");
    assertThat(begun).isEmpty();
    driver.click("Install…");
    driver.awaitWords("The installer has been started.");
    assertThat(begun).hasSize(1);
  }

  @Test
  void whatIsPutOffStaysAmongTheSettings() throws Exception {
    anna.messenger().addUpdate(maker.release("0.2.0"));
    driver.awaitWords("Paloma 0.2.0 is here");
    driver.click("Later");
    driver.await("the strip to go", () -> !UiDriver.find(".update").isVisible());
    driver.press(javafx.scene.input.KeyCode.CONTROL, javafx.scene.input.KeyCode.DIGIT4);
    driver.awaitWords("Paloma 0.2.0 is here");
    driver.click("Don’t show again");
    driver.await("the card to go", () -> !UiDriver.find(".update").isVisible());
  }

  @Test
  void whatWasTamperedWithIsRefusedInWords() throws Exception {
    anna.messenger().addUpdate(maker.release("0.2.0"));
    driver.awaitWords("Paloma 0.2.0 is here");
    try (var files = java.nio.file.Files.walk(anna.profile().resolve("updates"))) {
      Maker.tamper(files.filter(f -> f.toString().endsWith(".deb")).findFirst().orElseThrow());
    }
    driver.click("Get");
    driver.awaitWords("Paloma 0.2.0 was refused");
    driver.awaitWords("is not the file that was signed. It was deleted.");
  }
}
