package paloma.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paloma.model.Message;
import paloma.model.Problem;
import paloma.model.VerbBody;

/** Answers, changes and what else is done with messages, without a window. */
final class WritingTest {
  private final SampleTalk talk = new SampleTalk();
  private final ConversationViewModel model =
      new ConversationViewModel(
          talk, SampleTalk.ID, Runnable::run, Runnable::run, ZoneId.of("UTC"));

  private Message said(boolean own, String text) {
    return talk.text(own, Gallery.NOW, text, Message.State.READ);
  }

  private void send(String text) {
    model.writing().draft().set(text);
    model.send();
  }

  @Test
  void anAnswerNamesItsMessageOnce() {
    var question = said(false, "which?");
    model.deeds().reply(question);
    send("that one");
    send("and more");
    assertThat(talk.asked).containsExactly("say that one answering which?", "say and more");
  }

  @Test
  void aChangeGivesBackWhatWasBeingWritten() {
    var old = said(true, "tommorow");
    model.writing().draft().set("half a sentence");
    model.deeds().edit(old);
    assertThat(model.writing().draft().get()).isEqualTo("tommorow");
    send("tomorrow");
    assertThat(talk.asked).containsExactly("edit to tomorrow");
    assertThat(model.writing().draft().get()).isEqualTo("half a sentence");

    model.deeds().edit(old);
    model.writing().leave();
    assertThat(model.writing().draft().get()).isEqualTo("half a sentence");
  }

  @Test
  void anEnvelopeIsForOneMessageThatNeitherAnswersNorChanges() {
    model.writing().seal(true);
    send("for you alone");
    send("for everybody");
    model.writing().seal(true);
    model.deeds().reply(said(false, "which?"));
    assertThat(model.writing().sealed()).isFalse();
    send("that one");
    assertThat(talk.asked)
        .containsExactly(
            "sealed for you alone", "say for everybody", "say that one answering which?");
  }

  @Test
  void filesThatGoAloneLeaveTheEnvelopeForTheWords() {
    model.writing().seal(true);
    model.writing().attachments().add(Path.of("plan.txt"));
    model.send();
    send("for you alone");
    assertThat(talk.asked).containsExactly("offer [plan.txt]", "sealed for you alone");
  }

  @Test
  void aRefusedEnvelopeIsStillOne() {
    model.writing().seal(true);
    talk.refusal = Problem.usage("sealed-too-long", "32");
    send("for you alone");
    assertThat(model.writing().draft().get()).isEqualTo("for you alone");
    assertThat(model.writing().sealed()).isTrue();
  }

  @Test
  void aRefusedChangeIsStillAChange() {
    var old = said(true, "before");
    model.deeds().edit(old);
    talk.refusal = Problem.refused("message-recalled", "x");
    send("after");
    assertThat(model.problemProperty().get()).isNotNull();
    assertThat(model.writing().draft().get()).isEqualTo("after");
    talk.refusal = null;
    model.send();
    assertThat(talk.asked).containsExactly("edit to after");
  }

  @Test
  void theLastOwnWordsAreChangedByTheArrow() {
    said(true, "mine");
    said(true, "taken back");
    talk.done(facts(true, Map.of()));
    said(false, "theirs");
    model.open();
    model.editLast();
    assertThat(model.writing().draft().get()).isEqualTo("mine");
  }

  @Test
  void anEmojiOfOnesOwnIsTakenBack() {
    var message = said(false, "done");
    model.deeds().react(message, "👍");
    talk.done(facts(false, Map.of("👍", List.of(SampleTalk.ME))));
    model.deeds().react(message, "👍");
    assertThat(talk.asked).containsExactly("react 👍 true", "react 👍 false");
  }

  @Test
  void othersLearnOfWordsAndNotOfTheirEnd() {
    model.writing().draft().set("h");
    model.writing().draft().set("");
    assertThat(talk.typed).isEqualTo(1);
  }

  private static Message.Facts facts(boolean recalled, Map<String, List<paloma.model.DeviceId>> r) {
    return new Message.Facts(null, recalled, null, VerbBody.Mentions.NOBODY, r, false, "");
  }
}
