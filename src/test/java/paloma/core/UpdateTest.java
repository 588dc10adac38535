package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Installing;
import paloma.model.ProblemException;
import paloma.model.ReleaseTarget;
import paloma.model.Trust;
import paloma.model.Update;
import paloma.rig.Desk;
import paloma.rig.Rig;
import paloma.update.Maker;
import paloma.update.ReleaseKeys;
import paloma.update.UpdatePolicy;
import paloma.update.Updating;

/** Colleagues pass a newer Paloma on, and some of them should not be believed. */
@Timeout(120)
class UpdateTest {
  @TempDir Path folder;

  private final List<Path> begun = new CopyOnWriteArrayList<>();
  private volatile UpdatePolicy policy = UpdatePolicy.open();
  private Maker maker;
  private Rig rig;

  @BeforeEach
  void anOffice() {
    maker = new Maker(folder.resolve("made"));
    rig = new Rig(folder.resolve("rig"));
  }

  @AfterEach
  void goHome() {
    rig.close();
  }

  private Desk desk(String name) throws IOException {
    return rig.desk(name, "0.1.0", updating(maker.keys(), Maker.HERE));
  }

  private Updating updating(ReleaseKeys keys, ReleaseTarget here) {
    Installing installing =
        (_, file) -> {
          begun.add(file);
          return new Installing.Outcome.Begun();
        };
    return new Updating(keys, here, () -> policy, installing);
  }

  /** Two who have talked have a link. */
  private static void meet(Desk one, Desk other) throws InterruptedException {
    one.awaitSees(other);
    other.awaitSees(one);
    one.say(other, "hi");
    other.awaitTexts(one, List.of("hi"));
    other.messenger().trust(one.id(), Trust.KNOWN);
  }

  private static Optional<Update.State> state(Desk desk) {
    return desk.messenger().update().map(Update::state);
  }

  private static void awaitState(Desk desk, Update.State state) throws InterruptedException {
    desk.await("an update that is " + state, () -> state(desk).equals(Optional.of(state)));
  }

  private static List<Notice.UpdateChanged> news(Desk desk) {
    return desk.noticed(Notice.UpdateChanged.class).stream()
        .filter(Notice.UpdateChanged::news)
        .toList();
  }

  private static void assertProblem(String code, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  /** Where an installer lies in a profile. */
  private static Path held(Desk desk) throws IOException {
    try (var files = Files.walk(desk.profile().resolve("updates"))) {
      return files
          .filter(f -> f.toString().endsWith(".deb") && !f.toString().contains(".install"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void anUpdateIsOfferedGotCheckedAndInstalledOnlyWhenThePersonSaysSo() throws Exception {
    var anna = desk("Anna");
    var bert = desk("Bert");
    meet(anna, bert);
    var installer = maker.release("0.2.0");

    var added = anna.messenger().addUpdate(installer);

    assertThat(added.version().toString()).isEqualTo("0.2.0");
    awaitState(bert, Update.State.AVAILABLE);
    var seen = bert.messenger().update().orElseThrow();
    assertThat(seen.from()).isEqualTo(anna.id());
    assertThat(seen.release()).isEqualTo(added);
    assertThat(bert.profile().resolve("updates")).doesNotExist();
    assertProblem("update-not-ready", () -> bert.messenger().installUpdate());

    bert.messenger().getUpdate();
    awaitState(bert, Update.State.READY);

    assertThat(begun).isEmpty();
    assertThat(bert.messenger().update().orElseThrow().from()).isEqualTo(anna.id());
    assertThat(bert.messenger().installUpdate()).isInstanceOf(Installing.Outcome.Begun.class);
    assertThat(begun).hasSize(1);
    assertThat(begun.getFirst()).hasSameBinaryContentAs(installer);
    assertThat(news(bert)).hasSize(1);
    // Nothing of it was said in a conversation, nothing lies among the transfers.
    assertThat(bert.texts(anna)).containsExactly("hi");
    assertThat(bert.messenger().transfers(true)).isEmpty();
    assertThat(anna.messenger().transfers(false)).isEmpty();
    assertThat(bert.downloads()).doesNotExist();
  }

  @Test
  void whoHasGotItPassesItOn() throws Exception {
    var anna = desk("Anna");
    var bert = desk("Bert");
    var clara = desk("Clara");
    meet(anna, bert);
    meet(bert, clara);
    anna.messenger().addUpdate(maker.release("0.2.0"));
    awaitState(bert, Update.State.AVAILABLE);
    assertThat(state(clara)).isEmpty();

    bert.messenger().getUpdate();

    awaitState(clara, Update.State.AVAILABLE);
    assertThat(clara.messenger().update().orElseThrow().from()).isEqualTo(bert.id());
    clara.messenger().getUpdate();
    awaitState(clara, Update.State.READY);
  }

  @Test
  void threeWhoHaveTheSameReleaseAreOneNotice() throws Exception {
    var anna = desk("Anna");
    var holders = List.of(desk("One"), desk("Two"), desk("Three"));
    var installer = maker.release("0.2.0");
    for (var holder : holders) {
      meet(holder, anna);
      holder.messenger().addUpdate(installer);
    }
    awaitState(anna, Update.State.AVAILABLE);
    // A newer one comes later than all that was told before it.
    holders.getLast().messenger().addUpdate(maker.release("0.3.0"));
    anna.await(
        "the newest",
        () ->
            anna.messenger()
                .update()
                .filter(u -> u.release().version().toString().equals("0.3.0"))
                .isPresent());
    assertThat(news(anna)).hasSize(2);
  }

  @Test
  void aHolderWhoServesOtherBytesIsRefusedAndTheNextOneIsAsked() throws Exception {
    var mallory = desk("Mallory");
    var bert = desk("Bert");
    meet(mallory, bert);
    mallory.messenger().addUpdate(maker.release("0.2.0"));
    Maker.tamper(held(mallory));
    awaitState(bert, Update.State.AVAILABLE);

    bert.messenger().getUpdate();
    awaitState(bert, Update.State.REFUSED);

    var refused = bert.messenger().update().orElseThrow();
    assertThat(refused.problem().code()).isEqualTo("update-tampered");
    assertProblem("update-not-ready", () -> bert.messenger().installUpdate());
    assertProblem("update-tampered", () -> bert.messenger().getUpdate());
    try (var left = Files.walk(bert.profile().resolve("updates"))) {
      assertThat(left.filter(f -> f.toString().endsWith(".deb"))).isEmpty();
    }
    // He tells of it again, and is not believed again.
    rig.lan().cut(mallory.id(), bert.id());
    rig.lan().mend(mallory.id(), bert.id());
    var anna = desk("Anna");
    meet(anna, bert);
    assertThat(state(bert)).isIn(Optional.empty(), Optional.of(Update.State.REFUSED));

    anna.messenger().addUpdate(maker.release("0.2.0"));
    awaitState(bert, Update.State.AVAILABLE);
    assertThat(bert.messenger().update().orElseThrow().from()).isEqualTo(anna.id());
    bert.messenger().getUpdate();
    awaitState(bert, Update.State.READY);
  }

  @Test
  void whenTheFirstHolderLiesAnotherOneIsAskedByItself() throws Exception {
    var mallory = desk("Mallory");
    var anna = desk("Anna");
    var bert = desk("Bert");
    meet(mallory, bert);
    meet(anna, bert);
    var installer = maker.release("0.2.0");
    mallory.messenger().addUpdate(installer);
    Maker.tamper(held(mallory));
    awaitState(bert, Update.State.AVAILABLE);
    anna.messenger().addUpdate(installer);
    // What Anna says next comes after it on the same link.
    anna.say(bert, "take mine");
    bert.awaitTexts(anna, List.of("hi", "take mine"));

    bert.messenger().getUpdate();

    awaitState(bert, Update.State.READY);
    assertThat(held(bert)).hasSameBinaryContentAs(installer);
    bert.messenger().installUpdate();
    assertThat(begun.getFirst()).hasSameBinaryContentAs(installer);
  }

  @Test
  void aHolderWhoGoesIsFollowedByAnother() throws Exception {
    var anna = desk("Anna");
    var clara = desk("Clara");
    var bert = desk("Bert");
    meet(anna, bert);
    meet(clara, bert);
    var installer = maker.release("0.2.0", Maker.HERE, 60 << 20);
    anna.messenger().addUpdate(installer);
    awaitState(bert, Update.State.AVAILABLE);
    clara.messenger().addUpdate(installer);
    clara.say(bert, "I have it too");
    bert.awaitTexts(clara, List.of("hi", "I have it too"));
    var first = new ArrayList<Update>();
    try (var _ =
        bert.messenger()
            .listen(notice -> {
              if (!(notice instanceof Notice.UpdateChanged(var update, var _))) return;
              var now = update.orElse(null);
              boolean begins = now != null && now.state() == Update.State.DOWNLOADING;
              if (!begins || !first.isEmpty()) return;
              first.add(now);
              rig.lan().cut(now.from(), bert.id());
            })) {
      bert.messenger().getUpdate();
      awaitState(bert, Update.State.READY);
    }
    assertThat(first).hasSize(1);
    assertThat(bert.messenger().update().orElseThrow().from())
        .isNotEqualTo(first.getFirst().from());
    assertThat(held(bert)).hasSameBinaryContentAs(installer);
  }

  @Test
  void afterAKillInTheMiddleItGoesOnByItself() throws Exception {
    var anna = desk("Anna");
    var bert = desk("Bert");
    meet(anna, bert);
    var installer = maker.release("0.2.0", Maker.HERE, 60 << 20);
    anna.messenger().addUpdate(installer);
    awaitState(bert, Update.State.AVAILABLE);
    bert.messenger().getUpdate();
    bert.awaitNotice(
        Notice.UpdateChanged.class,
        n -> n.update().filter(u -> u.state() == Update.State.DOWNLOADING).isPresent());

    bert.kill();
    bert.start();

    awaitState(bert, Update.State.READY);
    assertThat(held(bert)).hasSameBinaryContentAs(installer);
  }

  @Test
  void whatIsOlderTheSameUnsignedForeignOrForAnotherSystemIsNotShown() throws Exception {
    var foreign = new Maker(folder.resolve("foreign"));
    var anna = rig.desk("Anna", "0.0.1", updating(maker.keys(), Maker.HERE));
    var mallory = rig.desk("Mallory", "0.0.1", updating(foreign.keys(), Maker.HERE));
    var bert = desk("Bert");
    meet(anna, bert);
    meet(mallory, bert);
    mallory.messenger().addUpdate(foreign.release("9.0.0"));
    anna.messenger().addUpdate(maker.release("0.0.9"));
    anna.messenger().addUpdate(maker.release("0.1.0"));
    anna.messenger()
        .addUpdate(maker.release("0.9.0", new ReleaseTarget("windows", "x64", "msi"), 9));
    anna.messenger().addUpdate(maker.release("0.9.1", new ReleaseTarget("linux", "x64", "rpm"), 9));
    anna.messenger()
        .addUpdate(maker.release("0.9.2", new ReleaseTarget("linux", "aarch64", "deb"), 9));
    mallory.say(bert, "install mine");
    anna.say(bert, "nothing for you");
    bert.awaitTexts(mallory, List.of("hi", "install mine"));
    bert.awaitTexts(anna, List.of("hi", "nothing for you"));
    assertThat(bert.messenger().update()).isEmpty();
    assertProblem("update-none", () -> bert.messenger().getUpdate());

    anna.messenger().addUpdate(maker.release("0.2.0"));

    awaitState(bert, Update.State.AVAILABLE);
    assertThat(news(bert))
        .extracting(n -> n.update().orElseThrow().release().version().toString())
        .containsExactly("0.2.0");
  }

  @Test
  void whatIsNotARightReleaseIsNotEvenPutOnTheShelf() throws Exception {
    var anna = desk("Anna");
    var messenger = anna.messenger();
    assertProblem("update-older", () -> messenger.addUpdate(maker.release("0.0.9")));
    var unsigned = maker.unsigned("0.2.0", Maker.HERE, 10);
    assertProblem("update-unsigned", () -> messenger.addUpdate(unsigned));
    var tampered = maker.release("0.3.0");
    Maker.tamper(tampered);
    assertProblem("update-tampered", () -> messenger.addUpdate(tampered));
    assertThat(messenger.update()).isEmpty();
  }

  @Test
  void whatSomebodyChangesOnTheDiskBetweenIsNotInstalled() throws Exception {
    var anna = desk("Anna");
    anna.messenger().addUpdate(maker.release("0.2.0"));
    awaitState(anna, Update.State.READY);
    Maker.tamper(held(anna));
    assertProblem("update-tampered", () -> anna.messenger().installUpdate());
    assertThat(begun).isEmpty();
    assertThat(anna.messenger().update()).isEmpty();
  }

  @Test
  void aPolicyForbidsAndPins() throws Exception {
    var anna = desk("Anna");
    var bert = desk("Bert");
    meet(anna, bert);
    anna.messenger().addUpdate(maker.release("0.2.0"));
    awaitState(bert, Update.State.AVAILABLE);

    policy = UpdatePolicy.of("off", "");
    anna.messenger().updatePolicyChanged();
    bert.messenger().updatePolicyChanged();
    bert.await("nothing", () -> bert.messenger().update().isEmpty());
    assertProblem("updates-off", () -> bert.messenger().getUpdate());
    assertProblem("updates-off", () -> anna.messenger().addUpdate(maker.release("0.3.0")));

    policy = UpdatePolicy.of("ask", "0.1.5");
    anna.messenger().updatePolicyChanged();
    anna.say(bert, "told again");
    bert.awaitTexts(anna, List.of("hi", "told again"));
    assertThat(bert.messenger().update()).isEmpty();

    policy = UpdatePolicy.of("ask", "0.2.0");
    bert.messenger().updatePolicyChanged();
    awaitState(bert, Update.State.AVAILABLE);
  }

  @Test
  void whoSwitchesUpdatesOffServesNobodyWhoStillKnows() throws Exception {
    var anna = desk("Anna");
    var bert = desk("Bert");
    meet(anna, bert);
    anna.messenger().addUpdate(maker.release("0.2.0"));
    awaitState(bert, Update.State.AVAILABLE);
    anna.messenger().trust(bert.id(), Trust.BLOCKED);

    bert.messenger().getUpdate();

    bert.await(
        "a try that came to nothing",
        () ->
            bert.messenger()
                .update()
                .filter(u -> u.problem() != null && u.problem().code().equals("not-offered"))
                .isPresent());
    assertThat(state(bert)).contains(Update.State.AVAILABLE);
    anna.messenger().trust(bert.id(), Trust.KNOWN);
    bert.messenger().getUpdate();
    awaitState(bert, Update.State.READY);
  }

  @Test
  void whatIsDismissedIsNotShownAgainNotEvenAfterARestart() throws Exception {
    var anna = desk("Anna");
    var bert = desk("Bert");
    meet(anna, bert);
    anna.messenger().addUpdate(maker.release("0.2.0"));
    awaitState(bert, Update.State.AVAILABLE);
    bert.messenger().dismissUpdate();
    assertThat(bert.messenger().update()).isEmpty();
    bert.quit();
    bert.start();
    bert.awaitSees(anna);
    anna.say(bert, "still?");
    bert.awaitTexts(anna, List.of("hi", "still?"));
    assertThat(bert.messenger().update()).isEmpty();

    anna.messenger().addUpdate(maker.release("0.2.1"));
    awaitState(bert, Update.State.AVAILABLE);
  }

  @Test
  void aBuildThatKnowsNoKeyTakesNoUpdatesAndSaysSo() throws Exception {
    var anna = desk("Anna");
    var bert = rig.desk("Bert", "0.1.0", updating(ReleaseKeys.none(), Maker.HERE));
    meet(anna, bert);
    anna.messenger().addUpdate(maker.release("0.2.0"));
    anna.say(bert, "for you");
    bert.awaitTexts(anna, List.of("hi", "for you"));
    assertThat(bert.messenger().update()).isEmpty();
    assertProblem("updates-no-key", () -> bert.messenger().getUpdate());
    assertProblem("updates-no-key", () -> bert.messenger().addUpdate(maker.release("0.3.0")));
  }
}
