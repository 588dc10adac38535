package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.model.Installing;
import paloma.rig.Desk;
import paloma.update.Maker;
import paloma.update.UpdatePolicy;
import paloma.update.Updating;

/** An update at the window, with real messengers: seen, got, installed or put off. */
class UpdateInWindowTest extends InWindow {
  private final List<Path> begun = new CopyOnWriteArrayList<>();
  private Maker maker;
  private Desk anna;

  @BeforeEach
  void begin() throws Exception {
    maker = new Maker(folder.resolve("made"));
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
    open(jonas);
    driver.awaitWords("Chats");
  }

  @Test
  void aPersonGetsAndInstallsWhatAColleaguePassedOn() throws Exception {
    anna.messenger().updates().add(maker.release("0.2.0"));
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
    anna.messenger().updates().add(maker.release("0.2.0"));
    driver.awaitWords("Paloma 0.2.0 is here");
    driver.click("Later");
    driver.await("the strip to go", () -> !UiDriver.find(".update").isVisible());
    driver.press(javafx.scene.input.KeyCode.CONTROL, javafx.scene.input.KeyCode.DIGIT5);
    driver.awaitWords("Paloma 0.2.0 is here");
    driver.click("Don’t show again");
    driver.await("the card to go", () -> !UiDriver.find(".update").isVisible());
  }

  @Test
  void whatWasTamperedWithIsRefusedInWords() throws Exception {
    anna.messenger().updates().add(maker.release("0.2.0"));
    driver.awaitWords("Paloma 0.2.0 is here");
    try (var files = java.nio.file.Files.walk(anna.profile().resolve("updates"))) {
      Maker.tamper(files.filter(f -> f.toString().endsWith(".deb")).findFirst().orElseThrow());
    }
    driver.click("Get");
    driver.awaitWords("Paloma 0.2.0 was refused");
    driver.awaitWords("is not the file that was signed. It was deleted.");
  }
}
