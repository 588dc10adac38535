package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paloma.model.ReleaseTarget;
import paloma.model.Update;
import paloma.update.Maker;
import paloma.update.ReleaseKeys;

/** What should not be believed is not, and what should not be installed is not. */
final class HostileUpdateTest extends UpdateOffice {

  @Test
  void aHolderWhoServesOtherBytesIsRefusedAndTheNextOneIsAsked() throws Exception {
    var mallory = desk("Mallory");
    var bert = desk("Bert");
    meet(mallory, bert);
    mallory.messenger().updates().add(maker.release("0.2.0"));
    Maker.tamper(held(mallory));
    awaitState(bert, Update.State.AVAILABLE);

    bert.messenger().updates().get();
    awaitState(bert, Update.State.REFUSED);

    var refused = bert.messenger().updates().shown().orElseThrow();
    assertThat(refused.problem().code()).isEqualTo("update-tampered");
    assertProblem("update-not-ready", () -> bert.messenger().updates().install());
    assertProblem("update-tampered", () -> bert.messenger().updates().get());
    try (var left = Files.walk(bert.profile().resolve("updates"))) {
      assertThat(left.filter(f -> f.toString().endsWith(".deb"))).isEmpty();
    }
    // He tells of it again, and is not believed again.
    rig.lan().cut(mallory.id(), bert.id());
    rig.lan().mend(mallory.id(), bert.id());
    var anna = desk("Anna");
    meet(anna, bert);
    assertThat(state(bert)).isIn(Optional.empty(), Optional.of(Update.State.REFUSED));

    anna.messenger().updates().add(maker.release("0.2.0"));
    awaitState(bert, Update.State.AVAILABLE);
    assertThat(bert.messenger().updates().shown().orElseThrow().from()).isEqualTo(anna.id());
    bert.messenger().updates().get();
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
    mallory.messenger().updates().add(installer);
    Maker.tamper(held(mallory));
    awaitState(bert, Update.State.AVAILABLE);
    anna.messenger().updates().add(installer);
    // What Anna says next comes after it on the same link.
    anna.say(bert, "take mine");
    bert.awaitTexts(anna, List.of("hi", "take mine"));

    bert.messenger().updates().get();

    awaitState(bert, Update.State.READY);
    assertThat(held(bert)).hasSameBinaryContentAs(installer);
    bert.messenger().updates().install();
    assertThat(begun.getFirst()).hasSameBinaryContentAs(installer);
  }

  @Test
  void whatIsOlderTheSameUnsignedForeignOrForAnotherSystemIsNotShown() throws Exception {
    var foreign = new Maker(folder.resolve("foreign"));
    var anna = rig.desk("Anna", "0.0.1", updating(maker.keys(), Maker.HERE));
    var mallory = rig.desk("Mallory", "0.0.1", updating(foreign.keys(), Maker.HERE));
    var bert = desk("Bert");
    meet(anna, bert);
    meet(mallory, bert);
    mallory.messenger().updates().add(foreign.release("9.0.0"));
    anna.messenger().updates().add(maker.release("0.0.9"));
    anna.messenger().updates().add(maker.release("0.1.0"));
    anna.messenger()
        .updates()
        .add(maker.release("0.9.0", new ReleaseTarget("windows", "x64", "msi"), 9));
    anna.messenger()
        .updates()
        .add(maker.release("0.9.1", new ReleaseTarget("linux", "x64", "rpm"), 9));
    anna.messenger()
        .updates()
        .add(maker.release("0.9.2", new ReleaseTarget("linux", "aarch64", "deb"), 9));
    mallory.say(bert, "install mine");
    anna.say(bert, "nothing for you");
    bert.awaitTexts(mallory, List.of("hi", "install mine"));
    bert.awaitTexts(anna, List.of("hi", "nothing for you"));
    assertThat(bert.messenger().updates().shown()).isEmpty();
    assertProblem("update-none", () -> bert.messenger().updates().get());

    anna.messenger().updates().add(maker.release("0.2.0"));

    awaitNews(bert, "0.2.0");
    assertThat(news(bert))
        .extracting(n -> n.update().orElseThrow().release().version().toString())
        .containsExactly("0.2.0");
  }

  @Test
  void whatIsNotARightReleaseIsNotEvenPutOnTheShelf() throws Exception {
    var anna = desk("Anna");
    var messenger = anna.messenger();
    assertProblem("update-older", () -> messenger.updates().add(maker.release("0.0.9")));
    var unsigned = maker.unsigned("0.2.0", Maker.HERE, 10);
    assertProblem("update-unsigned", () -> messenger.updates().add(unsigned));
    var tampered = maker.release("0.3.0");
    Maker.tamper(tampered);
    assertProblem("update-tampered", () -> messenger.updates().add(tampered));
    assertThat(messenger.updates().shown()).isEmpty();
  }

  @Test
  void whatSomebodyChangesOnTheDiskBetweenIsNotInstalled() throws Exception {
    var anna = desk("Anna");
    anna.messenger().updates().add(maker.release("0.2.0"));
    awaitState(anna, Update.State.READY);
    Maker.tamper(held(anna));
    assertProblem("update-tampered", () -> anna.messenger().updates().install());
    assertThat(begun).isEmpty();
    assertThat(anna.messenger().updates().shown()).isEmpty();
  }

  @Test
  void aBuildThatKnowsNoKeyTakesNoUpdatesAndSaysSo() throws Exception {
    var anna = desk("Anna");
    var bert = rig.desk("Bert", "0.1.0", updating(ReleaseKeys.none(), Maker.HERE));
    meet(anna, bert);
    anna.messenger().updates().add(maker.release("0.2.0"));
    anna.say(bert, "for you");
    bert.awaitTexts(anna, List.of("hi", "for you"));
    assertThat(bert.messenger().updates().shown()).isEmpty();
    assertProblem("updates-no-key", () -> bert.messenger().updates().get());
    assertProblem("updates-no-key", () -> bert.messenger().updates().add(maker.release("0.3.0")));
  }
}
