package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.core.Notice;
import paloma.rig.Desk;

/** What file managers, browsers and the login want of the window, with real messengers. */
class ErrandsInWindowTest extends InWindow {
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
  }

  private void open() throws Exception {
    open(jonas);
    driver.awaitWords("Chats");
  }

  @Test
  void twoFilesGoToTwoPeopleByKeyboardAndNotBeforeTheLastKey() throws Exception {
    var plan = Files.writeString(folder.resolve("plan.txt"), "the plan");
    var table = Files.writeString(folder.resolve("table.csv"), "1;2");
    open();
    // Some file managers hand over one after the other.
    window.share(List.of(plan));
    window.share(List.of(table));
    driver.awaitWords("Send 2 files (11 B)");
    driver.awaitFocus("share");
    driver.type("xw");
    driver.press(KeyCode.ENTER);
    driver.type("anna");
    driver.press(KeyCode.ENTER);
    driver.awaitWords("Send to 2 people");
    assertThat(jonas.messenger().transfers(false)).isEmpty();

    driver.press(KeyCode.ENTER);

    for (var desk : List.of(anna, xiaowen)) {
      var offer = desk.awaitNotice(Notice.OfferReceived.class, _ -> true).message();
      assertThat(desk.messenger().transfersOf(offer.id()).getFirst().names())
          .containsExactlyInAnyOrder("plan.txt", "table.csv");
    }
    driver.await("the sheet is gone", () -> UiDriver.find(".p-sheet") == null);
    assertThat(jonas.messenger().transfers(false)).hasSize(2);
  }

  @Test
  void escapeSendsNothingAndGivesTheFocusBack() throws Exception {
    open();
    driver.press(KeyCode.CONTROL, KeyCode.K);
    driver.awaitFocus("search-field");
    window.share(List.of(Files.writeString(folder.resolve("plan.txt"), "the plan")));
    driver.awaitWords("plan.txt");
    driver.awaitFocus("share");
    driver.press(KeyCode.DOWN);
    driver.awaitFocus("rows");
    driver.press(KeyCode.SPACE);
    driver.press(KeyCode.CONTROL, KeyCode.K);
    driver.press(KeyCode.ESCAPE);
    driver.await("the sheet is gone", () -> UiDriver.find(".p-sheet") == null);
    driver.awaitFocus("search-field");
    assertThat(jonas.messenger().transfers(false)).isEmpty();
    assertThat(jonas.messenger().conversations()).isEmpty();
  }

  @Test
  void aLinkOpensTheConversation() throws Exception {
    open();
    window.converse(anna.id());
    driver.awaitWords("Message Anna");
  }

  @Test
  void anAddressOfALinkIsDialledAfterAClickOnly() throws Exception {
    open();
    // Two in a row: the second asks in place of the first, and Enter does not say yes.
    window.askToDial("nobody.invalid", 24250);
    driver.awaitWords("Look for a colleague at nobody.invalid:24250?");
    driver.press(KeyCode.ENTER);
    driver.await("no is the answer of Enter", () -> UiDriver.find(".p-sheet") == null);

    window.askToDial("other.invalid", 24251);
    driver.awaitWords("Look for a colleague at other.invalid:24251?");
    driver.click("Connect");
    driver.awaitWords("The address “other.invalid:24251” cannot be found now");
    driver.await("the sheet is gone", () -> UiDriver.find(".p-sheet") == null);
  }

  @Test
  void aStartAtLoginOpensNoWindowUntilSomebodyWantsOne() throws Exception {
    Runnable quit = () -> {};
    var cover = Cover.unseen(settings, tasks, quit);
    cover.await();
    window =
        PalomaWindow.open(
            cover, jonas.messenger(), settings, tasks, new Opening(true, Optional.empty(), quit));
    // This desktop has no tray.
    driver.await("an iconified window", () -> stage() != null && stage().isIconified());
    window.raise();
    driver.await("the window", () -> !stage().isIconified() && stage().isShowing());
    driver.awaitWords("Chats");
  }

  private static Stage stage() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .findFirst()
        .orElse(null);
  }
}
