package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import paloma.model.Installing;
import paloma.model.Trust;
import paloma.model.Update;
import paloma.update.Maker;
import paloma.update.UpdatePolicy;

/** Colleagues pass a newer Paloma on. */
final class UpdateTest extends UpdateOffice {

  @Test
  void anUpdateIsOfferedGotCheckedAndInstalledOnlyWhenThePersonSaysSo() throws Exception {
    var anna = desk("Anna");
    var bert = desk("Bert");
    meet(anna, bert);
    var installer = maker.release("0.2.0");

    var added = anna.messenger().updates().add(installer);

    assertThat(added.version().toString()).isEqualTo("0.2.0");
    awaitState(bert, Update.State.AVAILABLE);
    var seen = bert.messenger().updates().shown().orElseThrow();
    assertThat(seen.from()).isEqualTo(anna.id());
    assertThat(seen.release()).isEqualTo(added);
    assertThat(bert.profile().resolve("updates")).doesNotExist();
    assertProblem("update-not-ready", () -> bert.messenger().updates().install());

    bert.messenger().updates().get();
    awaitState(bert, Update.State.READY);

    assertThat(begun).isEmpty();
    assertThat(bert.messenger().updates().shown().orElseThrow().from()).isEqualTo(anna.id());
    assertThat(bert.messenger().updates().install()).isInstanceOf(Installing.Outcome.Begun.class);
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
    anna.messenger().updates().add(maker.release("0.2.0"));
    awaitState(bert, Update.State.AVAILABLE);
    assertThat(state(clara)).isEmpty();

    bert.messenger().updates().get();

    awaitState(clara, Update.State.AVAILABLE);
    assertThat(clara.messenger().updates().shown().orElseThrow().from()).isEqualTo(bert.id());
    clara.messenger().updates().get();
    awaitState(clara, Update.State.READY);
  }

  @Test
  void threeWhoHaveTheSameReleaseAreOneNotice() throws Exception {
    var anna = desk("Anna");
    var holders = List.of(desk("One"), desk("Two"), desk("Three"));
    var installer = maker.release("0.2.0");
    for (var holder : holders) {
      meet(holder, anna);
      holder.messenger().updates().add(installer);
    }
    awaitState(anna, Update.State.AVAILABLE);
    // A newer one comes later than all that was told before it.
    holders.getLast().messenger().updates().add(maker.release("0.3.0"));
    awaitNews(anna, "0.3.0");
    assertThat(news(anna)).hasSize(2);
  }

  @Test
  void aHolderWhoGoesIsFollowedByAnother() throws Exception {
    var anna = desk("Anna");
    var clara = desk("Clara");
    var bert = desk("Bert");
    meet(anna, bert);
    meet(clara, bert);
    var installer = maker.release("0.2.0", Maker.HERE, 60 << 20);
    anna.messenger().updates().add(installer);
    awaitState(bert, Update.State.AVAILABLE);
    clara.messenger().updates().add(installer);
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
      bert.messenger().updates().get();
      awaitState(bert, Update.State.READY);
    }
    assertThat(first).hasSize(1);
    assertThat(bert.messenger().updates().shown().orElseThrow().from())
        .isNotEqualTo(first.getFirst().from());
    assertThat(held(bert)).hasSameBinaryContentAs(installer);
  }

  @Test
  void afterAKillInTheMiddleItGoesOnByItself() throws Exception {
    var anna = desk("Anna");
    var bert = desk("Bert");
    meet(anna, bert);
    var installer = maker.release("0.2.0", Maker.HERE, 60 << 20);
    anna.messenger().updates().add(installer);
    awaitState(bert, Update.State.AVAILABLE);
    bert.messenger().updates().get();
    bert.awaitNotice(
        Notice.UpdateChanged.class,
        n -> n.update().filter(u -> u.state() == Update.State.DOWNLOADING).isPresent());

    bert.kill();
    bert.start();

    awaitState(bert, Update.State.READY);
    assertThat(held(bert)).hasSameBinaryContentAs(installer);
  }

  @Test
  void aPolicyForbidsAndPins() throws Exception {
    var anna = desk("Anna");
    var bert = desk("Bert");
    meet(anna, bert);
    anna.messenger().updates().add(maker.release("0.2.0"));
    awaitState(bert, Update.State.AVAILABLE);

    policy = UpdatePolicy.of("off", "");
    anna.messenger().updates().reconsider();
    bert.messenger().updates().reconsider();
    bert.await("nothing", () -> bert.messenger().updates().shown().isEmpty());
    assertProblem("updates-off", () -> bert.messenger().updates().get());
    assertProblem("updates-off", () -> anna.messenger().updates().add(maker.release("0.3.0")));

    policy = UpdatePolicy.of("ask", "0.1.5");
    anna.messenger().updates().reconsider();
    anna.say(bert, "told again");
    bert.awaitTexts(anna, List.of("hi", "told again"));
    assertThat(bert.messenger().updates().shown()).isEmpty();

    policy = UpdatePolicy.of("ask", "0.2.0");
    bert.messenger().updates().reconsider();
    awaitState(bert, Update.State.AVAILABLE);
  }

  @Test
  void whoIsBlockedIsServedNothingUntilThatEnds() throws Exception {
    var anna = desk("Anna");
    var bert = desk("Bert");
    meet(anna, bert);
    anna.messenger().updates().add(maker.release("0.2.0"));
    awaitState(bert, Update.State.AVAILABLE);
    anna.messenger().trust(bert.id(), Trust.BLOCKED);

    bert.messenger().updates().get();

    bert.await(
        "a try that came to nothing",
        () ->
            bert.messenger()
                .updates()
                .shown()
                .filter(u -> u.problem() != null && u.problem().code().equals("not-offered"))
                .isPresent());
    assertThat(state(bert)).contains(Update.State.AVAILABLE);
    anna.messenger().trust(bert.id(), Trust.KNOWN);
    bert.messenger().updates().get();
    awaitState(bert, Update.State.READY);
  }

  @Test
  void whatIsDismissedIsNotShownAgainNotEvenAfterARestart() throws Exception {
    var anna = desk("Anna");
    var bert = desk("Bert");
    meet(anna, bert);
    anna.messenger().updates().add(maker.release("0.2.0"));
    awaitState(bert, Update.State.AVAILABLE);
    bert.messenger().updates().dismiss();
    assertThat(bert.messenger().updates().shown()).isEmpty();
    bert.quit();
    bert.start();
    bert.awaitSees(anna);
    anna.say(bert, "still?");
    bert.awaitTexts(anna, List.of("hi", "still?"));
    assertThat(bert.messenger().updates().shown()).isEmpty();

    anna.messenger().updates().add(maker.release("0.2.1"));
    awaitState(bert, Update.State.AVAILABLE);
  }
}
