package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.log.Facts;
import paloma.model.Body;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.ProblemException;
import paloma.model.Query;
import paloma.rig.Desk;
import paloma.rig.Rig;

class VerbsTest {
  @TempDir Path folder;
  private Rig rig;
  private Desk anna;
  private Desk jonas;

  @BeforeEach
  void twoWhoKnowEachOther() throws Exception {
    rig = new Rig(folder);
    anna = rig.desk("Anna");
    jonas = rig.desk("Jonas");
    anna.awaitSees(jonas);
    jonas.awaitSees(anna);
    jonas.say(anna, "hello");
    anna.awaitTexts(jonas, List.of("hello"));
    anna.say(jonas, "hi");
    jonas.awaitTexts(anna, List.of("hello", "hi"));
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void aReplyNamesWhatItAnswersAndWhomItCalls() throws Exception {
    var hello = anna.messenger().messages(Query.latest(anna.with(jonas), 10)).getFirst();
    var saying = Saying.of("@Jonas yes").answering(hello.id()).calling(List.of(jonas.id()), false);
    var said = anna.messenger().sayLater(anna.with(jonas), saying).join();
    jonas.awaitTexts(anna, List.of("hello", "hi", "@Jonas yes"));
    for (var one : List.of(said, at(anna, said), at(jonas, said))) {
      assertThat(one.body()).isEqualTo(new Body.Text(said.id(), "@Jonas yes"));
      assertThat(one.facts().reply()).isEqualTo(hello.id());
      assertThat(one.facts().mentions().include(jonas.id())).isTrue();
      assertThat(one.facts().mentions().include(anna.id())).isFalse();
    }
  }

  @Test
  void anEditShowsTheNewWordsEverywhereAndKeepsTheOldOnes() throws Exception {
    var said = anna.say(jonas, "at thre");
    jonas.awaitTexts(anna, List.of("hello", "hi", "at thre"));
    var edited = anna.messenger().verbs().edit(said.id(), "at three");
    assertThat(edited.body()).isEqualTo(new Body.Text(said.id(), "at three"));
    jonas.awaitTexts(anna, List.of("hello", "hi", "at three"));
    assertThat(at(jonas, said).facts().edited()).isNotNull();
    assertThat(jonas.messenger().messages(Query.words("three", 9))).hasSize(1);
    assertThat(jonas.messenger().verbs().versions(said.id()))
        .extracting(Facts.Version::text)
        .containsExactly("at thre", "at three");
    assertThat(jonas.messenger().conversation(jonas.with(anna)).unread()).isEqualTo(2);
  }

  @Test
  void onlyTheAuthorEditsAndRecalls() {
    var hello = anna.messenger().messages(Query.latest(anna.with(jonas), 10)).getFirst();
    refused("message-of-others", () -> anna.messenger().verbs().edit(hello.id(), "mine"));
    refused("message-of-others", () -> anna.messenger().verbs().recall(hello.id()));
    refused("unknown-message", () -> anna.messenger().verbs().edit(MessageId.random(), "x"));
  }

  @Test
  void whatIsTakenBackVanishesEverywhere() throws Exception {
    var said = anna.say(jonas, "SECRET-1");
    jonas.awaitTexts(anna, List.of("hello", "hi", "SECRET-1"));
    anna.messenger().verbs().edit(said.id(), "SECRET-2");
    jonas.awaitTexts(anna, List.of("hello", "hi", "SECRET-2"));
    var recalled = anna.messenger().verbs().recall(said.id());
    assertThat(recalled.facts().recalled()).isTrue();
    jonas.await("it is gone", () -> at(jonas, said).facts().recalled());
    for (var desk : List.of(anna, jonas)) {
      assertThat(desk.messenger().messages(Query.words("SECRET", 9))).isEmpty();
      assertThat(desk.messenger().verbs().versions(said.id())).isEmpty();
    }
    refused("message-recalled", () -> anna.messenger().verbs().edit(said.id(), "again"));
    refused("message-recalled", () -> jonas.messenger().verbs().react(said.id(), "👍", true));
    // The chain stays whole: what is said later comes, also after a start.
    jonas.quit();
    jonas.start();
    anna.say(jonas, "later");
    jonas.awaitTexts(anna, List.of("hello", "hi", "", "later"));
    assertThat(at(jonas, said).facts().recalled()).isTrue();
  }

  private Message at(Desk desk, Message message) {
    return desk.messenger().message(message.id()).orElseThrow();
  }

  private static void refused(String code, Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
