package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.files.Images;
import paloma.model.AutoBody;
import paloma.model.Presence;
import paloma.model.ProblemException;
import paloma.model.Query;
import paloma.rig.Desk;
import paloma.rig.Rig;

/** Presence, pictures and automatic answers, over real frames. */
final class AppearanceTest {
  private static final Duration TEN = Duration.ofMinutes(10);

  @TempDir Path folder;

  private static void awaitPresence(Desk who, Desk of, Presence presence) throws Exception {
    who.await("looks " + presence, () -> who.peer(of).presence() == presence);
  }

  private static void choose(Desk desk, Presence presence) {
    desk.messenger().changeProfile(p -> p.withPresence(presence));
  }

  private static List<String> answers(Desk desk, Desk other) {
    return desk.messenger().messages(Query.latest(desk.with(other), 1_000)).stream()
        .filter(m -> m.body() instanceof AutoBody.AutoReply)
        .map(m -> ((AutoBody.AutoReply) m.body()).text())
        .toList();
  }

  /** Whatever was said before this has arrived and has had its consequences when it returns. */
  private static void settle(Desk from, Desk to, String word) throws Exception {
    from.say(to, word);
    to.await(word, () -> to.texts(from).contains(word));
  }

  @Test
  void somebodyInvisibleLooksAbsentAndStillGetsWhatIsSaid() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      settle(anna, jonas, "hi");
      choose(jonas, Presence.INVISIBLE);
      anna.awaitMisses(jonas);

      settle(anna, jonas, "are you there?");

      assertThat(anna.peer(jonas).profile().presence()).isEqualTo(Presence.OFFLINE);
      assertThat(jonas.messenger().me().presence()).isEqualTo(Presence.INVISIBLE);
      settle(jonas, anna, "I am, for you");
      choose(jonas, Presence.ONLINE);
      awaitPresence(anna, jonas, Presence.ONLINE);
    }
  }

  @Test
  void somebodyWhoStartsInvisibleIsNotSeenAndWhenTheyWereSeenLastStays() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      settle(anna, jonas, "hi");
      choose(jonas, Presence.INVISIBLE);
      anna.awaitMisses(jonas);
      jonas.quit();
      var seen = anna.peer(jonas).lastSeen();
      jonas.start();

      settle(jonas, anna, "quietly");

      assertThat(anna.peer(jonas).present()).isFalse();
      assertThat(anna.peer(jonas).lastSeen()).isEqualTo(seen);
    }
  }

  @Test
  void somebodyWhoTouchesNothingLooksAwayAndIsBackWithTheFirstTouch() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      settle(anna, jonas, "hi");
      var appearance = jonas.messenger().appearance();
      appearance.untouched(Duration.ofMinutes(9), TEN);
      assertThat(appearance.shown()).isEqualTo(Presence.ONLINE);
      appearance.untouched(TEN, TEN);
      awaitPresence(anna, jonas, Presence.AWAY);
      assertThat(jonas.messenger().me().presence()).isEqualTo(Presence.AWAY);
      assertThat(jonas.messenger().me().profile().presence()).isEqualTo(Presence.ONLINE);

      appearance.untouched(Duration.ZERO, TEN);

      awaitPresence(anna, jonas, Presence.ONLINE);
    }
  }

  @Test
  void whatAPersonChoseIsNotTouchedByIdleness() throws Exception {
    try (var rig = new Rig(folder)) {
      var jonas = rig.desk("Jonas");
      var appearance = jonas.messenger().appearance();
      for (var chosen : List.of(Presence.BUSY, Presence.DND, Presence.INVISIBLE, Presence.AWAY)) {
        choose(jonas, chosen);
        appearance.untouched(TEN.plusHours(1), TEN);
        assertThat(appearance.shown()).isEqualTo(chosen);
        appearance.untouched(Duration.ZERO, TEN);
        assertThat(appearance.shown()).isEqualTo(chosen);
      }
      choose(jonas, Presence.ONLINE);
      appearance.untouched(TEN.plusHours(1), Duration.ZERO);
      assertThat(appearance.shown()).isEqualTo(Presence.ONLINE);
    }
  }

  @Test
  void twoWhoBothAnswerAutomaticallyAnswerEachOnceAndNeverEachOther() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      anna.messenger().appearance().answer(_ -> "Anna is out");
      jonas.messenger().appearance().answer(_ -> "Jonas is out");
      choose(anna, Presence.AWAY);
      choose(jonas, Presence.BUSY);

      anna.say(jonas, "one");
      anna.await("answered", () -> answers(anna, jonas).contains("Jonas is out"));
      jonas.say(anna, "two");
      jonas.await("answered", () -> answers(jonas, anna).contains("Anna is out"));
      for (int i = 0; i < 5; i++) {
        settle(anna, jonas, "a" + i);
        settle(jonas, anna, "j" + i);
      }

      var expected = List.of("Jonas is out", "Anna is out");
      assertThat(answers(anna, jonas)).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(answers(jonas, anna)).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void anotherPresenceAnswersAgainAndSomebodyThereOrInvisibleNever() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.messenger().appearance().answer(presence -> "I am " + presence.word());
      settle(anna, jonas, "there?");
      choose(jonas, Presence.AWAY);
      anna.say(jonas, "and now?");
      anna.await("answer", () -> answers(anna, jonas).equals(List.of("I am away")));
      choose(jonas, Presence.DND);
      anna.say(jonas, "and now?");
      anna.await("answer", () -> answers(anna, jonas).equals(List.of("I am away", "I am dnd")));
      choose(jonas, Presence.INVISIBLE);

      settle(anna, jonas, "hello?");
      settle(jonas, anna, "pst");

      assertThat(answers(anna, jonas)).containsExactly("I am away", "I am dnd");
    }
  }

  @Test
  void anAnswerIsDueOnceInHalfAnHourOrAfterAChange() {
    var at = Instant.parse("2026-11-24T08:00:00Z");
    assertThat(AutoReplies.due(Optional.empty(), Optional.empty(), at)).isTrue();
    var last = Optional.of(at);
    assertThat(AutoReplies.due(last, Optional.empty(), at.plusSeconds(1799))).isFalse();
    assertThat(AutoReplies.due(last, Optional.empty(), at.plusSeconds(1800))).isTrue();
    var before = Optional.of(at.minusSeconds(5));
    assertThat(AutoReplies.due(last, before, at.plusSeconds(60))).isFalse();
    var after = Optional.of(at.plusSeconds(5));
    assertThat(AutoReplies.due(last, after, at.plusSeconds(60))).isTrue();
  }

  private Path picture(String name) throws IOException {
    return Images.file(folder.resolve(name), Images.halves(500, 400), "png");
  }

  @Test
  void aPictureComesToThoseWhoTalkToItsOwnerAndStays() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      settle(anna, jonas, "hi");
      var worn = jonas.messenger().appearance().wear(picture("jonas.png")).avatar();

      anna.await("picture", () -> anna.messenger().appearance().picture(worn).isPresent());

      assertThat(anna.peer(jonas).profile().avatar()).isEqualTo(worn);
      anna.awaitNotice(Notice.PeerChanged.class, n -> worn.equals(n.peer().profile().avatar()));
      jonas.quit();
      anna.quit();
      anna.start();
      assertThat(anna.messenger().appearance().picture(worn)).isPresent();
      assertThat(anna.peer(jonas).profile().avatar()).isEqualTo(worn);
      jonas.start();
      assertThat(jonas.messenger().me().profile().avatar()).isEqualTo(worn);
      assertThat(jonas.messenger().appearance().picture(worn)).isPresent();
      assertThat(jonas.messenger().appearance().bare().avatar()).isNull();
      settle(jonas, anna, "bare");
      anna.await("bare", () -> anna.peer(jonas).profile().avatar() == null);
    }
  }

  @Test
  void aFileThatIsNoPictureChangesNothing() throws Exception {
    try (var rig = new Rig(folder)) {
      var jonas = rig.desk("Jonas");
      var worn = jonas.messenger().appearance().wear(picture("jonas.png")).avatar();
      var text = Files.writeString(folder.resolve("text.png"), "hello");
      assertThatThrownBy(() -> jonas.messenger().appearance().wear(text))
          .isInstanceOf(ProblemException.class);
      assertThat(jonas.messenger().me().profile().avatar()).isEqualTo(worn);
    }
  }
}
