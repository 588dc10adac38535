package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.core.Announcement;
import paloma.core.Announcing;
import paloma.core.Notice;
import paloma.model.BoardBody.Priority;
import paloma.model.MessageId;
import paloma.rig.Desk;

/** Announcing and confirming by mouse and keys, with real messengers. */
final class AnnouncementsInWindowTest extends InWindow {
  private Desk jonas;
  private Desk anna;

  @BeforeEach
  void begin() throws Exception {
    jonas = rig.desk("Jonas");
    anna = rig.desk("Anna");
    jonas.awaitSees(anna);
    anna.awaitSees(jonas);
    open(jonas);
    driver.awaitWords("Chats");
  }

  private static boolean confirmed(Desk author, MessageId id, Desk reader) {
    return author.messenger().announcements().answers(id).stream()
        .anyMatch(a -> a.reader().equals(reader.id()) && a.given());
  }

  @Test
  void whatSomebodyAnnouncesIsReadAndConfirmed() throws Exception {
    var said =
        anna.messenger()
            .announcements()
            .announce(Announcing.of("The lift is off today").withConfirmation());
    var id = said.message().id();
    driver.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    driver.awaitWords("Please confirm");
    assertThat(driver.words()).contains("The lift is off today").doesNotContain("From you");
    driver.onFx(() -> {
      var cell = UiDriver.find(".announcement-cell");
      var at = cell.localToScreen(cell.getBoundsInLocal());
      var robot = new Robot();
      robot.mouseMove(at.getCenterX(), at.getCenterY());
      robot.mouseClick(MouseButton.PRIMARY);
      return null;
    });
    driver.awaitWords("Anna asks you to confirm that you have read this.");
    driver.click("Confirm");
    anna.await("Jonas confirmed", () -> confirmed(anna, id, jonas));
    driver.awaitWords("You have confirmed this");
    driver.await("nothing waits", () -> !driver.words().contains("Please confirm"));
  }

  @Test
  void oneAnnouncesAndSeesWhoHasNotConfirmedAndRemindsThem() throws Exception {
    driver.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    driver.awaitWords("No notices yet");
    driver.click("Write");
    driver.awaitWords("Reaches 1 person");
    driver.type("power cut");
    driver.press(KeyCode.TAB);
    driver.type("switch off at five");
    driver.press(KeyCode.TAB);
    driver.press(KeyCode.RIGHT);
    driver.press(KeyCode.TAB);
    driver.press(KeyCode.SPACE);
    driver.click("Send");
    var heard = anna.awaitNotice(Notice.MessageReceived.class, n -> !n.message().own()).message();
    Announcement read = anna.messenger().announcements().get(heard.id());
    assertThat(read.said().title()).isEqualTo("power cut");
    assertThat(read.said().text()).isEqualTo("switch off at five");
    assertThat(read.said().priority()).isEqualTo(Priority.IMPORTANT);
    assertThat(read.said().confirm()).isTrue();
    driver.awaitWords("Not confirmed 1");
    driver.click("Remind 1 person");
    anna.awaitNotice(Notice.Reminded.class, n -> n.message().id().equals(heard.id()));
    driver.awaitWords("Reminded");
    anna.messenger().announcements().confirm(heard.id());
    driver.awaitWords("1 person has confirmed");
    driver.awaitWords("Everybody is done");
  }

  @Test
  void whereOthersMayAnnounceThereIsNoButton() throws Exception {
    jonas.announcers(anna);
    anna.messenger().announcements().announce(Announcing.of("only I may"));
    driver.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    driver.awaitWords("only I may");
    driver.await("no button", () -> !driver.words().lines().toList().contains("Write"));
  }
}
