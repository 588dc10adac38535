package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.core.Messenger;
import paloma.rig.Desk;

/** The app password: set in the settings, and a locked message opens with it. */
class PasswordInWindowTest extends InWindow {
  private Desk jonas;
  private Desk bert;
  private Messenger messenger;

  @BeforeEach
  void begin() throws Exception {
    jonas = rig.desk("Jonas");
    bert = rig.desk("Bert");
    jonas.awaitSees(bert);
    bert.awaitSees(jonas);
    messenger = jonas.messenger();
    open(jonas);
    driver.awaitWords("Chats");
    driver.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    driver.awaitWords("Not set. A message that a colleague locks opens only with it.");
  }

  /** The row may be below the visible part of the page, so its buttons are not clicked on. */
  private void choose(String words) throws Exception {
    driver.onFx(() -> {
      UiDriver.find(".app-password").lookupAll(".p-button").stream()
          .map(Button.class::cast)
          .filter(b -> b.getText().equals(words))
          .findFirst()
          .orElseThrow()
          .fire();
      return null;
    });
    driver.awaitFocus("password-field");
  }

  private void enter(String... words) throws Exception {
    for (var each : words) {
      driver.type(each);
      driver.press(KeyCode.ENTER);
    }
  }

  @Test
  void itIsSetTypedTwiceAndALockedMessageOpensWithIt() throws Exception {
    choose("Set…");
    enter("horse", "house");
    driver.awaitWords("The two new passwords are not the same.");
    assertThat(messenger.sealed().passwordSet()).isFalse();
    driver.press(KeyCode.ESCAPE);
    choose("Set…");
    enter("horse", "horse");
    driver.awaitWords("Set. It opens messages that colleagues lock.");
    assertThat(messenger.sealed().passwordSet()).isTrue();

    var said =
        bert.messenger().sealed().sayLater(bert.with(jonas), "you are promoted", true).join();
    driver.press(KeyCode.CONTROL, KeyCode.K);
    driver.awaitFocus("search-field");
    driver.type("bert");
    driver.awaitWords("Bert");
    driver.press(KeyCode.ENTER);
    driver.awaitWords("Locked: needs your app password.");
    driver.onFx(() -> {
      UiDriver.find(".seal-password .password-field").requestFocus();
      return null;
    });
    enter("house");
    driver.awaitWords("That is not the app password.");
    assertThat(bert.messenger().sealed().openings(said.id())).isEmpty();
    driver.onFx(() -> {
      UiDriver.find(".seal-password .password-field").requestFocus();
      return null;
    });
    driver.press(KeyCode.CONTROL, KeyCode.A);
    enter("horse");
    driver.awaitWords("you are promoted");
    bert.await("told", () -> bert.messenger().sealed().openings(said.id()).size() == 1);
  }

  @Test
  void itIsChangedAndRemovedOnlyByWhoKnowsIt() throws Exception {
    choose("Set…");
    enter("horse", "horse");
    driver.awaitWords("Set. It opens messages that colleagues lock.");
    choose("Change…");
    enter("wrong", "stable", "stable");
    driver.awaitWords("That is not the app password.");
    driver.press(KeyCode.ESCAPE);
    choose("Change…");
    enter("horse", "stable", "stable");
    driver.await("changed", () -> UiDriver.find(".app-password .password-field") == null);
    choose("Remove…");
    enter("horse");
    driver.awaitWords("That is not the app password.");
    assertThat(messenger.sealed().passwordSet()).isTrue();
    driver.press(KeyCode.ESCAPE);
    choose("Remove…");
    enter("stable");
    driver.awaitWords("Not set. A message that a colleague locks opens only with it.");
    assertThat(messenger.sealed().passwordSet()).isFalse();
  }
}
