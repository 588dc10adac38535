package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.core.Notice;
import paloma.core.Saying;
import paloma.model.ConversationId;
import paloma.model.Group;
import paloma.model.Message;
import paloma.rig.Desk;

/** Talking in a group and changing it, by mouse and keys, with real messengers. */
final class GroupTalkInWindowTest extends InWindow {
  private Desk jonas;
  private Desk anna;
  private Desk xiaowen;
  private ConversationId fair;

  @BeforeEach
  void begin() throws Exception {
    jonas = rig.desk("Jonas");
    anna = rig.desk("Anna");
    xiaowen = rig.desk("小雯");
    for (var one : List.of(jonas, anna, xiaowen)) {
      for (var other : List.of(jonas, anna, xiaowen)) if (one != other) one.awaitSees(other);
    }
  }

  private void found(Desk by, Desk... others) throws Exception {
    fair =
        by.messenger()
            .groups()
            .create("fair", List.of(others).stream().map(Desk::id).toList())
            .id();
    for (var other : others) awaitSize(other, others.length + 1);
  }

  private void awaitSize(Desk desk, int members) throws Exception {
    desk.await(members + " members", () -> group(desk).members().size() == members);
  }

  private Group group(Desk desk) {
    return desk.messenger().groups().list().stream()
        .filter(g -> g.id().equals(fair))
        .findFirst()
        .orElse(new Group(fair, "", null, null, List.of()));
  }

  private void open() throws Exception {
    open(jonas);
    driver.awaitWords("fair");
    driver.awaitFocus("search-field");
    driver.type("fair");
    driver.press(KeyCode.ENTER);
    driver.awaitFocus("composer");
  }

  @Test
  void somebodyIsCalledByInitials() throws Exception {
    found(jonas, anna, xiaowen);
    open();
    driver.awaitWords("3 members");
    driver.paste("@");
    driver.awaitWords("Everybody in the group");
    driver.type("xw");
    driver.await("only one", () -> !driver.words().contains("Everybody in the group"));
    driver.press(KeyCode.ENTER);
    driver.type("look");
    driver.press(KeyCode.ENTER);

    var heard = xiaowen.awaitNotice(Notice.MessageReceived.class, n -> text(n.message()) != null);
    assertThat(text(heard.message())).isEqualTo("@小雯 look");
    assertThat(heard.message().facts().mentions().who()).containsExactly(xiaowen.id());
    assertThat(heard.message().facts().mentions().all()).isFalse();
    driver.await("the call is marked", () -> UiDriver.find(".bubble .mention") != null);
  }

  private static String text(Message message) {
    return message.body() instanceof paloma.model.Body.Text text ? text.text() : null;
  }

  @Test
  void somebodyIsCalledByAClick() throws Exception {
    found(jonas, anna, xiaowen);
    open();
    driver.paste("@");
    driver.type("an");
    driver.await("only one", () -> cells(".mention-cell:filled") == 1);
    driver.clickOn(".mention-cell:filled");
    driver.awaitFocus("composer");
    driver.type("look");
    driver.press(KeyCode.ENTER);
    var heard = anna.awaitNotice(Notice.MessageReceived.class, n -> text(n.message()) != null);
    assertThat(text(heard.message())).isEqualTo("@Anna look");
    assertThat(heard.message().facts().mentions().who()).containsExactly(anna.id());
  }

  private static long cells(String style) {
    return UiDriver.find(".mention-picker") == null
        ? 0
        : UiDriver.find(".mention-picker").lookupAll(style).stream()
            .filter(node -> node.isVisible())
            .count();
  }

  @Test
  void whoIsCalledSeesItInTheListAndInTheMessage() throws Exception {
    found(anna, jonas, xiaowen);
    open(jonas);
    driver.awaitWords("Anna created the group “fair”");
    anna.messenger().say(fair, Saying.of("@Jonas please").calling(List.of(jonas.id()), false));
    driver.awaitWords("@you");
    driver.press(KeyCode.CONTROL, KeyCode.K);
    driver.awaitFocus("search-field");
    driver.type("fair");
    driver.press(KeyCode.ENTER);
    driver.await("our name is marked", () -> UiDriver.find(".bubble .mention-me") != null);
    driver.press(KeyCode.CONTROL, KeyCode.K);
    driver.press(KeyCode.ESCAPE);
    driver.await("nothing calls any more", () -> !driver.words().contains("@you"));
  }

  @Test
  void peopleComeAndGoAndTheNameChangesInThePane() throws Exception {
    found(jonas, anna);
    open();
    driver.clickIcon("About this group");
    driver.awaitWords("New members see what was said before");
    driver.clickIcon("Add people");
    driver.awaitFocus("choice-view");
    driver.type("xw");
    driver.press(KeyCode.ENTER);
    driver.press(KeyCode.ENTER);
    awaitSize(xiaowen, 3);
    driver.awaitWords("3 members");

    driver.clickIcon("Rename");
    driver.awaitFocus("text-field");
    driver.type("expo");
    driver.press(KeyCode.ENTER);
    anna.await("the name", () -> group(anna).name().equals("expo"));

    // The flow keeps its cells in an order of its own: a click might hit anybody's menu.
    driver.onFx(() -> {
      var list = ((ListCell<?>) UiDriver.find(".member-cell:filled")).getListView();
      list.requestFocus();
      list.getSelectionModel().clearAndSelect(0);
      list.getFocusModel().focus(0);
      return null;
    });
    driver.awaitFocus("rows");
    driver.press(KeyCode.DOWN);
    driver.press(KeyCode.ENTER);
    driver.awaitWords("Remove from group");
    driver.press(KeyCode.UP);
    driver.press(KeyCode.ENTER);
    driver.awaitWords("Remove Anna?");
    assertThat(group(jonas).members()).hasSize(3);
    driver.click("Remove");
    driver.awaitWords("2 members");
    anna.await("out", () -> group(anna).member(anna.id()).isEmpty());
  }

  @Test
  void whoLeavesIsAskedFirstAndCanReadButNotWrite() throws Exception {
    found(anna, jonas);
    open();
    driver.clickIcon("About this group");
    driver.awaitWords("New members see what was said before");
    // A member who leads nobody is offered neither another name nor more people.
    assertThat(driver.onFx(() -> UiDriver.find(".group-name .icon-button"))).isNull();
    assertThat(
            driver.onFx(() -> UiDriver.find(".group-pane > .heading > .icon-button").isVisible()))
        .isFalse();
    driver.click("Leave group");
    driver.awaitWords("Leave “fair”?");
    driver.click("Leave");
    driver.awaitWords("You are not in this group any more.");
    anna.await("one less", () -> group(anna).members().size() == 1);
    driver.awaitWords("You left the group");
  }
}
