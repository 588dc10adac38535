package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paloma.core.Notice;
import paloma.model.Body;
import paloma.model.Message;
import paloma.rig.Desk;

/** What people do with messages, by mouse and keys, with real messengers. */
final class VerbsInWindowTest extends InWindow {
  private Desk jonas;
  private Desk anna;
  private Message question;

  @BeforeEach
  void begin() throws Exception {
    jonas = rig.desk("Jonas");
    anna = rig.desk("Anna");
    jonas.awaitSees(anna);
    anna.awaitSees(jonas);
    question = anna.say(jonas, "which one");
    jonas.awaitTexts(anna, List.of("which one"));
    open(jonas);
    driver.awaitWords("Anna");
    driver.press(KeyCode.CONTROL, KeyCode.K);
    driver.awaitFocus("search-field");
    driver.type("anna");
    driver.press(KeyCode.ENTER);
    driver.awaitFocus("composer");
    driver.awaitWords("which one");
  }

  @Test
  void anAnswerByTheBarBesideTheBubble() throws Exception {
    driver.point(".bubble");
    driver.clickIcon("Reply");
    driver.awaitWords("Reply to Anna");
    driver.type("this");
    driver.press(KeyCode.ENTER);

    var heard = anna.awaitNotice(Notice.MessageReceived.class, n -> !n.message().own()).message();
    assertThat(heard.facts().reply()).isEqualTo(question.id());
    driver.await("the strip is gone", () -> !driver.words().contains("Reply to Anna"));
  }

  @Test
  void anEmojiByTheBarStandsAtBothSides() throws Exception {
    driver.point(".bubble");
    driver.clickIcon("THUMBS UP SIGN");
    anna.await(
        "the emoji",
        () ->
            anna.messenger()
                .message(question.id())
                .orElseThrow()
                .facts()
                .reactions()
                .getOrDefault("👍", List.of())
                .contains(jonas.id()));
    driver.await("the emoji", () -> UiDriver.find(".reaction") != null);
  }

  @Test
  void theArrowChangesTheLastWords() throws Exception {
    driver.type("tomorow");
    driver.press(KeyCode.ENTER);
    anna.awaitTexts(jonas, List.of("which one", "tomorow"));
    driver.await("the words are sent", () -> driver.words().contains("tomorow"));
    driver.press(KeyCode.UP);
    driver.awaitWords("Edit message");
    driver.type("x");
    driver.press(KeyCode.ENTER);
    anna.awaitTexts(jonas, List.of("which one", "tomorowx"));
    var edited = jonas.messenger().messages(paloma.model.Query.latest(jonas.with(anna), 1));
    assertThat(edited.getFirst().facts().edited()).isNotNull();
    assertThat(((Body.Text) edited.getFirst().body()).text()).isEqualTo("tomorowx");
    driver.awaitWords("edited");
  }
}
