package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static paloma.core.GroupDesks.meet;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.ProblemException;
import paloma.model.Query;
import paloma.model.Trust;
import paloma.rig.Desk;
import paloma.rig.Rig;

class AnnouncementTest {
  @TempDir Path folder;
  private Rig rig;
  private Desk anna;
  private Desk bert;
  private Desk clara;

  @BeforeEach
  void threeSeeEachOther() throws Exception {
    rig = new Rig(folder);
    anna = rig.desk("Anna");
    bert = rig.desk("Bert");
    clara = rig.desk("Clara");
    meet(anna, bert, clara);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static List<String> texts(Desk desk) {
    return desk.messenger().announcements().list(100).stream().map(a -> a.said().text()).toList();
  }

  private static void awaitTexts(Desk desk, String... expected) throws InterruptedException {
    desk.await(List.of(expected) + "", () -> texts(desk).equals(List.of(expected)));
  }

  private static Announcement announce(Desk desk, Announcing words) {
    return desk.messenger().announcements().announce(words);
  }

  private void department(Desk desk, String department) throws InterruptedException {
    desk.messenger().changeProfile(p -> p.withDepartment(department));
    for (var other : List.of(anna, bert, clara)) {
      if (other == desk) continue;
      other.await(
          "moved", () -> other.peer(desk).profile().department().equals(department.strip()));
    }
  }

  private static void refused(String code, ThrowingCallable c) {
    assertThatThrownBy(c)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  /** What is said later on the same link has come: then what came before it would have. */
  private static void awaitWord(Desk from, Desk to, String word) throws InterruptedException {
    from.say(to, word);
    to.await(word, () -> to.texts(from).contains(word));
  }

  @Test
  void everybodyGetsWhatIsForEverybody() throws Exception {
    announce(anna, Announcing.of("the lift is back"));
    for (var desk : List.of(anna, bert, clara)) {
      awaitTexts(desk, "the lift is back");
      desk.awaitNotice(Notice.MessageReceived.class, n -> true);
      assertThat(desk.messenger().conversations()).isEmpty();
    }
    var read = bert.messenger().announcements().list(10).getFirst();
    assertThat(read.author()).isEqualTo("Anna");
    assertThat(read.waits()).isTrue();
    bert.messenger().read(read.message().conversation());
    anna.await(
        "Bert read",
        () ->
            anna.messenger().announcements().answers(read.message().id()).stream()
                .anyMatch(a -> a.reader().equals(bert.id()) && a.read()));
    assertThat(bert.messenger().announcements().list(10).getFirst().waits()).isFalse();
  }

  @Test
  void aDepartmentsIsForItsAudienceAloneWhoeverCarriesIt() throws Exception {
    department(bert, "Sales");
    department(clara, " SALES ");
    department(anna, "Management");
    var dora = rig.desk("Dora");
    meet(anna, bert, clara, dora);
    rig.lan().cut(anna.id(), clara.id());
    announce(anna, Announcing.of("targets").to("sales"));
    announce(anna, Announcing.of("for all"));
    awaitTexts(bert, "for all", "targets");
    awaitTexts(clara, "for all", "targets");
    awaitTexts(dora, "for all");
    awaitWord(bert, dora, "anything new?");
    awaitWord(anna, dora, "no");
    assertThat(texts(dora)).containsExactly("for all");
    assertThat(anna.messenger().announcements().list(10).getLast().departments())
        .containsExactly("Sales");
  }

  @Test
  void toSeveralDepartmentsItIsOneAnnouncement() throws Exception {
    department(bert, "Sales");
    department(clara, "Design");
    var said = announce(anna, Announcing.of("both of you").to("Sales", "Design", "sales"));
    awaitTexts(bert, "both of you");
    awaitTexts(clara, "both of you");
    assertThat(texts(anna)).containsExactly("both of you");
    assertThat(said.departments()).containsExactly("Design", "Sales");
    assertThat(anna.noticed(Notice.MessageReceived.class)).hasSize(1);
    // Whoever comes into another department that it was for sees it once all the same.
    department(clara, "Sales");
    announce(anna, Announcing.of("next").to("Sales"));
    awaitTexts(clara, "next", "both of you");
    anna.messenger().verbs().recall(said.message().id());
    awaitTexts(bert, "next");
    awaitTexts(clara, "next");
  }

  @Test
  void whoComesLaterGetsItFromACarrierWhileItsAuthorIsOff() throws Exception {
    announce(anna, Announcing.of("holiday plan").withConfirmation());
    awaitTexts(bert, "holiday plan");
    awaitTexts(clara, "holiday plan");
    anna.quit();
    bert.awaitMisses(anna);
    var dora = rig.desk("Dora");
    awaitTexts(dora, "holiday plan");
    var read = dora.messenger().announcements().list(1).getFirst();
    assertThat(dora.messenger().peer(anna.id())).isEmpty();
    assertThat(read.author()).isEqualTo("Anna");
    dora.messenger().announcements().confirm(read.message().id());
    anna.start();
    anna.await("Dora confirmed", () -> confirmed(anna, read.message().id(), dora));
  }

  private static boolean confirmed(Desk author, MessageId id, Desk reader) {
    return author.messenger().announcements().answers(id).stream()
        .anyMatch(a -> a.reader().equals(reader.id()) && a.given());
  }

  @Test
  void aConfirmationReachesItsAuthorAndNobodyElse() throws Exception {
    var id = announce(anna, Announcing.of("please sign").withConfirmation()).message().id();
    awaitTexts(bert, "please sign");
    awaitTexts(clara, "please sign");
    assertThat(bert.messenger().announcements().confirm(id).confirmed()).isTrue();
    anna.await("Bert confirmed", () -> confirmed(anna, id, bert));
    anna.awaitNotice(Notice.MessageChanged.class, n -> n.message().id().equals(id));
    assertThat(confirmed(anna, id, clara)).isFalse();
    assertThat(anna.messenger().conversations()).isEmpty();
    awaitWord(bert, clara, "did you?");
    awaitWord(anna, clara, "please do");
    var events = clara.messenger().metrics().events();
    assertThat(events).as("opening, announcement, two words").isEqualTo(4);
    refused("message-of-others", () -> clara.messenger().announcements().answers(id));
  }

  @Test
  void aReminderIsShownToThoseWhoHaveNotConfirmed() throws Exception {
    var id = announce(anna, Announcing.of("please sign").withConfirmation()).message().id();
    awaitTexts(bert, "please sign");
    awaitTexts(clara, "please sign");
    bert.messenger().announcements().confirm(id);
    clara.messenger().read(clara.messenger().message(id).orElseThrow().conversation());
    anna.await("Bert confirmed", () -> confirmed(anna, id, bert));
    assertThat(anna.messenger().announcements().remind(id)).containsExactly(clara.id());
    clara.awaitNotice(Notice.Reminded.class, n -> n.message().id().equals(id));
    awaitWord(anna, bert, "thanks");
    assertThat(bert.noticed(Notice.Reminded.class)).isEmpty();
    refused("remind-too-soon", () -> anna.messenger().announcements().remind(id));
    clara.messenger().announcements().confirm(id);
    anna.await("Clara confirmed", () -> confirmed(anna, id, clara));
    assertThat(anna.messenger().announcements().remind(id)).isEmpty();
  }

  @Test
  void whereTheOfficeNamesSendersOthersMayNotAnnounceAndAreNotShown() throws Exception {
    anna.announcers(anna);
    bert.announcers(bert);
    clara.announcers(anna);
    refused("announce-not-allowed", () -> announce(clara, Announcing.of("me too")));
    clara.announcers(anna, bert);
    announce(anna, Announcing.of("named by myself"));
    awaitTexts(clara, "named by myself");
    announce(bert, Announcing.of("named by Bert"));
    awaitTexts(clara, "named by Bert", "named by myself");
    awaitWord(anna, bert, "seen?");
    awaitWord(bert, anna, "no");
    assertThat(texts(bert)).containsExactly("named by Bert");
    assertThat(bert.messenger().messages(Query.words("named", 10)))
        .extracting(Message::author)
        .containsExactly(bert.id());
    // Nothing was lost: when the office names Anna it is there.
    bert.announcers(anna);
    assertThat(texts(bert)).containsExactly("named by Bert", "named by myself");
  }

  @Test
  void whoIsBlockedIsNotShownAndCarriedAllTheSame() throws Exception {
    bert.messenger().trust(anna.id(), Trust.BLOCKED);
    rig.lan().cut(anna.id(), clara.id());
    announce(anna, Announcing.of("sale!"));
    awaitTexts(clara, "sale!");
    assertThat(texts(bert)).isEmpty();
    assertThat(bert.noticed(Notice.MessageReceived.class)).isEmpty();
  }

  @Test
  void ofAStrangerOnlySoMuchIsTakenUnread() throws Exception {
    awaitWord(bert, anna, "I know you");
    rig.lan().cut(anna.id(), clara.id());
    for (int i = 0; i < 60; i++) announce(anna, Announcing.of("offer " + i));
    announce(bert, Announcing.of("a colleague's"));
    clara.await("Bert's", () -> texts(clara).contains("a colleague's"));
    awaitWord(bert, clara, "is it full?");
    int here = texts(clara).size();
    assertThat(here).isLessThan(45);
    var annas =
        clara.messenger().announcements().list(100).stream()
            .filter(a -> a.message().author().equals(anna.id()))
            .toList();
    clara.messenger().announcements().read(annas.getFirst().message().id());
    clara.await("more after reading", () -> texts(clara).size() > here);
  }

  @Test
  void nobodySpeaksOnTheBoardOfAnother() throws Exception {
    var board = announce(anna, Announcing.of("mine")).message().conversation();
    awaitTexts(bert, "mine");
    var id = bert.messenger().announcements().list(1).getFirst().message().id();
    refused("announce-only", () -> bert.messenger().say(board, "mine too"));
    refused("announce-only", () -> bert.messenger().verbs().react(id, "👍", true));
    refused("confirm-not-asked", () -> bert.messenger().announcements().confirm(id));
    refused("unknown-department", () -> announce(bert, Announcing.of("?").to("Slaes")));
  }
}
