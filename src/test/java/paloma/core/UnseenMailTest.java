package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.files.Images;
import paloma.model.AutoBody;
import paloma.model.Message;
import paloma.model.Presence;
import paloma.model.Query;
import paloma.rig.Desk;
import paloma.rig.Rig;

/** Anna and Clara can't reach each other, Ben reaches both: what mail owes to how one looks. */
@Timeout(120)
class UnseenMailTest {
  @TempDir Path folder;
  private Rig rig;
  private Desk anna;
  private Desk ben;
  private Desk clara;

  @BeforeEach
  void anOffice() throws Exception {
    rig = new Rig(folder);
    anna = rig.desk("Anna");
    ben = rig.desk("Ben");
    clara = rig.desk("Clara");
    MailTest.talk(anna, ben);
    MailTest.talk(anna, clara);
    MailTest.talk(ben, clara);
  }

  @AfterEach
  void goHome() {
    rig.close();
  }

  private static void choose(Desk desk, Presence presence) {
    desk.messenger().changeProfile(p -> p.withPresence(presence));
  }

  private static void awaitSaid(Desk by, Desk to, String text) throws InterruptedException {
    to.await(text, () -> to.texts(by).contains(text));
  }

  private static long answers(Desk desk, Desk with) {
    return desk.messenger().messages(Query.latest(desk.with(with), 100)).stream()
        .filter(m -> m.body() instanceof AutoBody.AutoReply)
        .count();
  }

  private void awaitLeft(Message said, int copies) throws InterruptedException {
    anna.await(
        "left with " + copies, () -> anna.messenger().courier().waiting(said.id()) == copies);
  }

  @Test
  void whatAColleagueBroughtIsNotAnsweredAutomatically() throws Exception {
    clara.messenger().appearance().answer(_ -> "Clara is out");
    choose(clara, Presence.AWAY);
    rig.lan().cut(anna.id(), clara.id());
    anna.say(clara, "by way of Ben");
    awaitSaid(anna, clara, "by way of Ben");
    // Arrivals have their consequences in order: when Ben is answered, Anna would have been.
    ben.say(clara, "and you?");
    ben.await("an answer for Ben", () -> answers(ben, clara) == 1);
    assertThat(answers(clara, anna)).isZero();

    rig.lan().mend(anna.id(), clara.id());
    anna.awaitSees(clara);
    anna.say(clara, "straight to you");
    anna.await("an answer for Anna", () -> answers(anna, clara) == 1);
  }

  @Test
  void anAutomaticAnswerThatAColleagueBroughtIsNotAnsweredEither() throws Exception {
    for (var desk : List.of(anna, clara)) {
      desk.messenger().appearance().answer(_ -> "out");
      choose(desk, Presence.AWAY);
    }
    clara
        .messenger()
        .appearance()
        .answer(_ -> {
          // Just before Clara's program answers, the way to Anna breaks.
          rig.lan().cut(anna.id(), clara.id());
          return "out";
        });
    anna.say(clara, "are you there?");
    anna.await("Clara's answer", () -> answers(anna, clara) == 1);
    ben.say(anna, "and you?");
    ben.await("an answer for Ben", () -> answers(ben, anna) == 1);
    assertThat(answers(anna, clara)).isEqualTo(1);
  }

  @Test
  void somebodyInvisibleLeavesWordsButNoWordThatMailHasCome() throws Exception {
    choose(clara, Presence.INVISIBLE);
    anna.awaitMisses(clara);
    rig.lan().cut(anna.id(), clara.id());
    var said = anna.say(clara, "by way of Ben");
    awaitSaid(anna, clara, "by way of Ben");
    // Whatever is left goes within seconds and in order: the first look is over with the second.
    for (var words : List.of("one", "two")) {
      clara.say(anna, words);
      awaitSaid(clara, anna, words);
    }
    assertThat(anna.messenger().delivery(said.id()).state()).isLessThan(Message.State.DELIVERED);

    choose(clara, Presence.ONLINE);
    anna.await(
        "delivered", () -> anna.messenger().delivery(said.id()).state() == Message.State.DELIVERED);
  }

  @Test
  void nobodyInvisibleIsAskedToKeepSomething() throws Exception {
    var dora = rig.desk("Dora");
    MailTest.talk(anna, dora);
    choose(ben, Presence.INVISIBLE);
    anna.awaitMisses(ben);
    clara.quit();
    anna.awaitMisses(clara);
    awaitLeft(anna.say(clara, "one"), 1);
    awaitLeft(anna.say(clara, "two"), 1);
    assertThat(ben.messenger().courier().carried()).isZero();
    assertThat(dora.messenger().courier().carried()).isEqualTo(2);

    choose(ben, Presence.ONLINE);
    anna.awaitSees(ben);
    awaitLeft(anna.say(clara, "three"), 2);
  }

  @Test
  void aChangedSealKeyIsToldAndLeavesPictureAndPresenceAsTheyAre() throws Exception {
    var appearance = ben.messenger().appearance();
    var image = Images.file(folder.resolve("ben.png"), Images.halves(90, 90), "png");
    var worn = appearance.wear(image).avatar();
    choose(ben, Presence.INVISIBLE);
    anna.await("the picture", () -> worn.equals(anna.peer(ben).profile().avatar()));
    anna.awaitMisses(ben);
    var old = anna.peer(ben).profile().sealKey();

    ben.leap(SealKeys.CHANGED.plus(Duration.ofDays(1)));

    var changed = ben.messenger().me().profile();
    assertThat(changed.sealKey()).isNotEqualTo(old);
    assertThat(changed.avatar()).isEqualTo(worn);
    assertThat(changed.presence()).isEqualTo(Presence.INVISIBLE);
    anna.await("the key", () -> anna.peer(ben).profile().sealKey().equals(changed.sealKey()));
    assertThat(anna.peer(ben).profile().avatar()).isEqualTo(worn);
    assertThat(anna.peer(ben).profile().presence()).isEqualTo(Presence.OFFLINE);
    assertThat(anna.peer(ben).present()).isFalse();

    var bare = appearance.bare();
    assertThat(bare.sealKey()).isEqualTo(changed.sealKey());
    anna.await("no picture", () -> anna.peer(ben).profile().avatar() == null);
    assertThat(anna.peer(ben).profile().sealKey()).isEqualTo(changed.sealKey());
  }
}
