package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.core.Notice;
import paloma.rig.Desk;
import paloma.settings.Setting;
import paloma.ui.conversation.ConversationView;

/** Files and folders go both ways through the window, with real messengers, by mouse. */
class FilesInWindowTest extends InWindow {
  private static final int SIZE = 3_000_000;

  private Desk jonas;
  private Desk anna;

  @BeforeEach
  void begin() throws Exception {
    jonas = rig.desk("Jonas");
    anna = rig.desk("Anna");
    jonas.awaitSees(anna);
    anna.awaitSees(jonas);
    anna.say(jonas, "here I am");
    jonas.awaitTexts(anna, List.of("here I am"));
    settings.set(Setting.WINDOW_CONVERSATION, jonas.with(anna).text());
    open(jonas);
    driver.awaitWords("Message Anna");
  }

  @Test
  void anOfferedFileIsSavedByAClick() throws Exception {
    var file = Files.write(folder.resolve("plan.txt"), new byte[SIZE]);
    anna.messenger().offer(anna.with(jonas), List.of(file));
    driver.awaitWords("plan.txt");
    driver.click("Save");
    jonas.awaitNotice(Notice.TransferFinished.class, _ -> true);
    driver.awaitWords("3.0 MB · saved");
    driver.awaitWords("Open");
    assertThat(jonas.downloads().resolve("plan.txt")).hasSameBinaryContentAs(file);
  }

  @Test
  void aFolderHeldOverTheWindowIsNamedAndOfferedWhenItIsLetGo() throws Exception {
    var photos = Files.createDirectories(folder.resolve("photos"));
    Files.writeString(photos.resolve("one.jpg"), "1");
    Files.writeString(photos.resolve("two.jpg"), "22");
    // The screen in memory has no drag and drop: from here on it is what the drag events call.
    var view = (ConversationView) driver.onFx(() -> UiDriver.find(".conversation"));
    driver.onFx(() -> {
      view.hold(List.of(photos));
      return null;
    });
    driver.awaitWords("Send 1 folder");
    driver.awaitWords("Anna is asked");
    driver.onFx(() -> {
      view.drop(List.of(photos));
      return null;
    });
    var offer = anna.awaitNotice(Notice.OfferReceived.class, _ -> true).message();
    assertThat(anna.messenger().transfersOf(offer.id()).getFirst())
        .matches(t -> t.folder() && t.files() == 2 && t.names().equals(List.of("photos")));
    driver.await("the overlay is gone", () -> UiDriver.find(".drop-card") == null);
    driver.awaitWords("photos");
  }
}
