package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.ProblemException;
import paloma.model.Query;
import paloma.model.SealedBody;
import paloma.rig.Desk;
import paloma.rig.Rig;

/** Anna sends Jonas sealed messages. */
@Timeout(120)
class SealedTest {
  private static final String SECRET = "You are promoted";

  @TempDir Path folder;
  private Rig rig;
  private Desk anna;
  private Desk jonas;

  @BeforeEach
  void anOffice() throws Exception {
    rig = new Rig(folder);
    anna = rig.desk("Anna");
    jonas = rig.desk("Jonas");
    MailTest.talk(anna, jonas);
  }

  @AfterEach
  void goHome() {
    rig.close();
  }

  private Message sent(boolean locked) throws InterruptedException {
    var said = anna.messenger().sealed().sayLater(anna.with(jonas), SECRET, locked).join();
    jonas.await("it is there", () -> jonas.messenger().message(said.id()).isPresent());
    return said;
  }

  private static SealedBody.Sealed body(Desk desk, MessageId id) {
    return (SealedBody.Sealed) desk.messenger().message(id).orElseThrow().body();
  }

  @Test
  void itsWordsAreSeenOnlyAfterTheOpeningWhichTheSenderIsTold() throws Exception {
    var said = sent(false);
    assertThat(body(jonas, said.id()).text()).isEmpty();
    var noticed =
        jonas.awaitNotice(Notice.MessageReceived.class, n -> n.message().id().equals(said.id()));
    assertThat(noticed.message().toString()).doesNotContain(SECRET);
    assertThat(jonas.messenger().messages(Query.latest(jonas.with(anna), 9)).toString())
        .doesNotContain(SECRET);
    assertThat(body(anna, said.id()).opened()).isNull();
    assertThat(anna.messenger().sealed().openings(said.id())).isEmpty();

    var opened = jonas.messenger().sealed().open(said.id(), Optional.empty());
    assertThat(((SealedBody.Sealed) opened.body()).text()).isEqualTo(SECRET);
    assertThat(body(jonas, said.id()).text()).isEqualTo(SECRET);
    anna.awaitNotice(
        Notice.MessageChanged.class,
        n -> n.message().body() instanceof SealedBody.Sealed b && b.opened() != null);
    assertThat(anna.messenger().sealed().openings(said.id()))
        .singleElement()
        .satisfies(o -> assertThat(o.reader()).isEqualTo(jonas.id()));
    assertThat(body(anna, said.id()).opened()).isNotNull();
  }

  @Test
  void itIsForItsReadersAloneAlsoAfterTheOpening() throws Exception {
    var said = sent(false);
    var verbs = jonas.messenger().verbs();
    var notes = jonas.messenger().appearance().notes();
    assertProblem("not-words", () -> verbs.forward(said.id(), notes));
    jonas.messenger().sealed().open(said.id(), Optional.empty());
    assertProblem("not-words", () -> verbs.forward(said.id(), notes));
    assertProblem("not-words", () -> anna.messenger().verbs().edit(said.id(), "You are not"));
    assertThat(jonas.messenger().messages(Query.latest(notes, 9))).isEmpty();
  }

  @Test
  void takenBackItHasNoEnvelopeAndNoWords() throws Exception {
    var said = sent(false);
    anna.messenger().verbs().recall(said.id());
    jonas.await(
        "it is taken back",
        () -> jonas.messenger().message(said.id()).orElseThrow().facts().recalled());
    assertThat(jonas.messenger().message(said.id()).orElseThrow().toString())
        .doesNotContain(SECRET);
    assertProblem(
        "message-not-sealed", () -> jonas.messenger().sealed().open(said.id(), Optional.empty()));
  }

  @Test
  void openedAgainItStaysAsItIsAlsoAfterARestart() throws Exception {
    var said = sent(false);
    jonas.messenger().sealed().open(said.id(), Optional.empty());
    var first = body(jonas, said.id()).opened();
    jonas.quit();
    jonas.start();
    jonas.messenger().sealed().open(said.id(), Optional.empty());
    assertThat(body(jonas, said.id()).opened()).isEqualTo(first);
    anna.await("the opening", () -> body(anna, said.id()).opened() != null);
    assertThat(anna.messenger().sealed().openings(said.id())).hasSize(1);
  }

  @Test
  void nobodyFindsIt() throws Exception {
    sent(false);
    for (var desk : new Desk[] {anna, jonas}) {
      var query = new Query(null, null, "promoted", null, null, null, null, 9);
      assertThat(desk.messenger().messages(query)).isEmpty();
    }
  }

  @Test
  void theOpeningIsNoMessageOfItsOwn() throws Exception {
    var said = sent(false);
    jonas.messenger().sealed().open(said.id(), Optional.empty());
    anna.await("the opening", () -> body(anna, said.id()).opened() != null);
    assertThat(anna.texts(jonas)).hasSize(3);
    assertThat(anna.messenger().conversation(anna.with(jonas)).unread()).isEqualTo(1);
  }

  @Test
  void aLockedOneNeedsThePasswordOfItsReader() throws Exception {
    var said = sent(true);
    var sealed = jonas.messenger().sealed();
    assertProblem("password-not-set", () -> sealed.open(said.id(), Optional.empty()));
    sealed.setPassword(Optional.empty(), "paper boat");
    assertProblem("password-needed", () -> sealed.open(said.id(), Optional.empty()));
    assertProblem("password-wrong", () -> sealed.open(said.id(), Optional.of("paper")));
    assertThat(body(jonas, said.id()).text()).isEmpty();
    sealed.open(said.id(), Optional.of("paper boat"));
    assertThat(body(jonas, said.id()).text()).isEqualTo(SECRET);
  }

  @Test
  void whatIsNotSealedIsNotOpened() {
    var plain = anna.messenger().messages(Query.latest(anna.with(jonas), 1)).getFirst();
    assertProblem(
        "message-not-sealed", () -> anna.messenger().sealed().open(plain.id(), Optional.empty()));
    assertProblem(
        "unknown-message",
        () -> anna.messenger().sealed().open(MessageId.random(), Optional.empty()));
    assertProblem(
        "sealed-too-long",
        () -> anna.messenger().sealed().sayLater(anna.with(jonas), "x".repeat(40_000), false));
  }

  private static void assertProblem(String code, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
