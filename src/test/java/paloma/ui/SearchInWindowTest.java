package paloma.ui;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.rig.Desk;
import paloma.settings.Setting;

/** What was said long ago is found and shown where it was said, by keys alone. */
class SearchInWindowTest extends InWindow {
  private static final int MESSAGES = 320;

  @BeforeEach
  void begin() throws Exception {
    Desk jonas = rig.desk("Jonas");
    Desk anna = rig.desk("Anna");
    jonas.awaitSees(anna);
    anna.awaitSees(jonas);
    jonas.say(anna, "Der Schlüssel liegt unter der Matte");
    for (int i = 0; i < MESSAGES; i++) jonas.say(anna, "number " + i);
    settings.set(Setting.WINDOW_CONVERSATION, jonas.with(anna).text());
    open(jonas);
    driver.awaitWords("number " + (MESSAGES - 1) + "\n");
  }

  @Test
  void aHitOpensWhereItWasSaidAndTheLatestIsOneClickAway() throws Exception {
    driver.press(KeyCode.CONTROL, KeyCode.K);
    driver.awaitFocus("search-field");
    driver.type("matte");
    driver.awaitWords("unter der Matte");
    driver.press(KeyCode.ENTER);
    driver.awaitWords("number 3\n");
    driver.click("Latest");
    driver.awaitWords("number " + (MESSAGES - 1) + "\n");
  }

  @Test
  void theBarInAConversationCountsAndSteps() throws Exception {
    driver.press(KeyCode.CONTROL, KeyCode.F);
    driver.awaitFocus("find-bar");
    driver.type("matte");
    driver.awaitWords("1 of 1");
    driver.awaitWords("number 3\n");
    driver.press(KeyCode.ESCAPE);
    driver.awaitFocus("composer");
  }

  @Test
  void aHitNearTheEndIsBroughtIntoViewAsWell() throws Exception {
    driver.press(KeyCode.CONTROL, KeyCode.F);
    driver.awaitFocus("find-bar");
    driver.type("number 31");
    driver.awaitWords("1 of 11");
    driver.await("the newest hit is in view", SearchInWindowTest::hitInView);
  }

  private static boolean hitInView() {
    var hit = UiDriver.find(".list-cell:found");
    if (hit == null) return false;
    var list = UiDriver.find(".timeline");
    var bounds = hit.localToScene(hit.getLayoutBounds());
    return list.localToScene(list.getLayoutBounds()).contains(bounds);
  }
}
