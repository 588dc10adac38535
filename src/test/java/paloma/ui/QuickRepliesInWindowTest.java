package paloma.ui;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.rig.Desk;
import paloma.settings.Setting;

/** Texts that somebody says often, by keyboard. */
class QuickRepliesInWindowTest extends InWindow {
  private Desk jonas;
  private Desk bert;

  @BeforeEach
  void begin() throws Exception {
    jonas = rig.desk("Jonas");
    bert = rig.desk("Bert");
    jonas.awaitSees(bert);
    settings.set(Setting.QUICK_REPLIES, List.of("On my way", "Thanks a lot"));
    open(jonas);
    driver.awaitWords("Chats");
    driver.press(KeyCode.CONTROL, KeyCode.K);
    driver.awaitFocus("search-field");
    driver.type("bert");
    driver.awaitWords("Bert");
    driver.press(KeyCode.ENTER);
    driver.awaitFocus("composer");
  }

  @Test
  void aSlashAtTheBeginningOffersThemWithTheFirstOneChosen() throws Exception {
    driver.press(KeyCode.SLASH);
    driver.press(KeyCode.DOWN);
    driver.press(KeyCode.ENTER);
    driver.press(KeyCode.ENTER);
    bert.awaitTexts(jonas, List.of("Thanks a lot"));
  }

  @Test
  void whoReallyBeginsWithASlashWritesOn() throws Exception {
    driver.press(KeyCode.SLASH);
    driver.type("etc");
    driver.press(KeyCode.ENTER);
    bert.awaitTexts(jonas, List.of("/etc"));
  }
}
