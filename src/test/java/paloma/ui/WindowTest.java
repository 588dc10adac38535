package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.core.Messenger;
import paloma.rig.Desk;
import paloma.settings.Setting;

/** The window with real messengers on a LAN in memory, by keyboard only. */
class WindowTest extends InWindow {
  private Desk jonas;
  private Desk xiaowen;

  @BeforeEach
  void begin() throws Exception {
    jonas = rig.desk("Jonas");
    xiaowen = rig.desk("小雯");
    jonas.awaitSees(xiaowen);
    xiaowen.awaitSees(jonas);
  }

  private Messenger open(boolean welcomed) {
    settings.set(Setting.WELCOMED, welcomed);
    open(jonas);
    return jonas.messenger();
  }

  @Test
  void theFirstRunAsksForANameAndShowsWhoIsThere() throws Exception {
    var messenger = open(false);
    driver.awaitWords("1 colleague found");
    driver.awaitFocus("tall");
    driver.press(KeyCode.CONTROL, KeyCode.A);
    driver.type("joe");
    driver.press(KeyCode.ENTER);
    driver.awaitWords("Chats");
    driver.await("the new name", () -> messenger.me().name().equals("joe"));
    driver.await("welcomed", () -> settings.get(Setting.WELCOMED));
  }

  @Test
  void somebodyIsFoundByInitialsWrittenToAndHeardByKeyboardOnly() throws Exception {
    open(true);
    driver.awaitWords("Chats");
    driver.press(KeyCode.CONTROL, KeyCode.K);
    driver.awaitFocus("search-field");
    driver.type("xw");
    driver.awaitWords("小雯");
    driver.press(KeyCode.ENTER);
    driver.awaitFocus("composer");
    driver.type("hello there");
    driver.press(KeyCode.ENTER);
    xiaowen.awaitTexts(jonas, List.of("hello there"));

    xiaowen.say(jonas, "and hello to you");
    driver.awaitWords("and hello to you");
    var conversation = jonas.with(xiaowen);
    driver.await(
        "read while looked at", () -> jonas.messenger().conversation(conversation).unread() == 0);
  }

  @Test
  void whatTheCommandLineChangesOfUsIsShown() throws Exception {
    open(true);
    driver.awaitWords("Chats");
    driver.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    driver.awaitWords("Take files without asking");
    jonas.messenger().changeProfile(p -> p.withTitle("Head of kites"));
    driver.awaitWords("Head of kites");
  }

  @Test
  void arrowsAndEnterOpenAConversationOfTheList() throws Exception {
    xiaowen.say(jonas, "are you there");
    jonas.awaitTexts(xiaowen, List.of("are you there"));
    open(true);
    driver.awaitWords("are you there");
    driver.press(KeyCode.CONTROL, KeyCode.K);
    driver.press(KeyCode.DOWN);
    driver.awaitFocus("rows");
    driver.press(KeyCode.ENTER);
    driver.awaitFocus("composer");
    driver.press(KeyCode.ESCAPE);
    driver.awaitFocus("rows");
    assertThat(jonas.texts(xiaowen)).hasSize(1);
  }
}
