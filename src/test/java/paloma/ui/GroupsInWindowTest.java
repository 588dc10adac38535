package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.rig.Desk;

/** Founding groups by mouse and keys, with real messengers. */
final class GroupsInWindowTest extends InWindow {
  private Desk jonas;
  private Desk anna;
  private Desk xiaowen;

  @BeforeEach
  void begin() throws Exception {
    jonas = rig.desk("Jonas");
    anna = rig.desk("Anna");
    xiaowen = rig.desk("小雯");
    jonas.awaitSees(anna);
    jonas.awaitSees(xiaowen);
    anna.awaitSees(jonas);
    xiaowen.awaitSees(jonas);
    open(jonas);
    driver.awaitFocus("search-field");
  }

  @Test
  void aGroupIsFoundedByTheKeyboardAlone() throws Exception {
    driver.press(KeyCode.CONTROL, KeyCode.N);
    driver.awaitFocus("choice-view");
    driver.type("xw");
    driver.press(KeyCode.ENTER);
    driver.type("anna");
    driver.press(KeyCode.ENTER);
    driver.awaitWords("2 people chosen");
    driver.press(KeyCode.SHIFT, KeyCode.TAB);
    driver.type("fair");
    driver.press(KeyCode.ENTER);

    driver.await("the sheet is gone", () -> UiDriver.find(".p-sheet") == null);
    driver.awaitWords("You created the group “fair”");
    for (var desk : List.of(anna, xiaowen)) {
      desk.await(
          "the group",
          () -> desk.messenger().groups().list().stream().anyMatch(g -> g.name().equals("fair")));
    }
    assertThat(jonas.messenger().groups().list().getFirst().members()).hasSize(3);
  }

  @Test
  void aGroupWithoutANameIsCalledByThoseWhoAreInIt() throws Exception {
    driver.clickIcon("New group");
    driver.awaitFocus("choice-view");
    driver.type("anna");
    driver.press(KeyCode.ENTER);
    driver.awaitWords("1 person chosen");
    driver.click("Create group");
    driver.awaitWords("You created the group “Jonas, Anna”");
  }

  @Test
  void peopleMarkedOnTheirPageBecomeAGroup() throws Exception {
    driver.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    driver.awaitWords("Online 2");
    driver.clickOn(".person-cell:filled .pick");
    driver.awaitWords("1 person chosen");
    driver.click("New group");
    driver.awaitFocus("share");
    driver.click("Create group");
    driver.awaitWords("You created the group “Jonas, ");
    assertThat(jonas.messenger().groups().list().getFirst().members()).hasSize(2);
  }

  @Test
  void peopleMarkedOnTheirPageAllGetTheSameWordsOrBecomeAGroup() throws Exception {
    driver.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    driver.awaitWords("Online 2");
    driver.onFx(() -> {
      var cell = (ListCell<?>) UiDriver.find(".person-cell:filled");
      cell.getListView().lookupAll(".person-cell:filled .pick").stream()
          .map(CheckBox.class::cast)
          .forEach(CheckBox::fire);
      return null;
    });
    driver.awaitWords("Message 2 people");
    driver.clickOn(".several-card .text-area");
    driver.type("lunch");
    driver.click("Message 2 people");
    for (var desk : List.of(anna, xiaowen)) desk.awaitTexts(jonas, List.of("lunch"));
    driver.await("nobody is marked", () -> UiDriver.find(".several-card") == null);
  }
}
