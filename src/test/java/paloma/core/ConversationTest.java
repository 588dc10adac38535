package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Message;
import paloma.model.ProblemException;
import paloma.model.Trust;
import paloma.rig.Rig;

class ConversationTest {
  @TempDir Path folder;

  @Test
  void twoPeopleSeeEachOtherAndTalk() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);

      var said = anna.say(jonas, "Guten Morgen, 小雯 is here too 🎉");
      var delivery =
          anna.messenger()
              .awaitDelivery(said.id(), Message.State.DELIVERED, Duration.ofSeconds(10));
      assertThat(delivery.state()).isEqualTo(Message.State.DELIVERED);
      jonas.awaitTexts(anna, List.of("Guten Morgen, 小雯 is here too 🎉"));
      jonas.say(anna, "Hello");
      anna.awaitTexts(jonas, List.of("Guten Morgen, 小雯 is here too 🎉", "Hello"));
    }
  }

  @Test
  void whatIsSaidToSomebodyAwayArrivesWhenTheyCome() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.quit();
      anna.awaitMisses(jonas);
      var said = anna.say(jonas, "for later");
      assertThat(anna.messenger().delivery(said.id()).state()).isEqualTo(Message.State.QUEUED);
      jonas.start();
      jonas.awaitTexts(anna, List.of("for later"));
      assertThat(
              anna.messenger()
                  .awaitDelivery(said.id(), Message.State.DELIVERED, Duration.ofSeconds(10))
                  .state())
          .isEqualTo(Message.State.DELIVERED);
    }
  }

  @Test
  void readingIsToldToTheAuthor() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      var said = anna.say(jonas, "seen?");
      jonas.awaitTexts(anna, List.of("seen?"));
      assertThat(jonas.messenger().conversation(jonas.with(anna)).unread()).isEqualTo(1);
      assertThat(jonas.messenger().read(jonas.with(anna)).unread()).isZero();
      assertThat(
              anna.messenger()
                  .awaitDelivery(said.id(), Message.State.READ, Duration.ofSeconds(10))
                  .state())
          .isEqualTo(Message.State.READ);
    }
  }

  @Test
  void aCutLinkLosesNothingAndKeepsTheOrder() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      jonas.say(anna, "hi");
      var expected = new ArrayList<>(List.of("hi"));
      anna.awaitTexts(jonas, expected);
      for (int i = 0; i < 200; i++) {
        if (i == 50) rig.lan().cut(anna.id(), jonas.id());
        if (i == 150) rig.lan().mend(anna.id(), jonas.id());
        anna.say(jonas, "number " + i);
        expected.add("number " + i);
      }
      jonas.awaitTexts(anna, expected);
    }
  }

  @Test
  void aKilledMessengerHasAllItAcknowledgedAndGetsTheRest() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      // A stranger may only say a little: Jonas answers first.
      jonas.say(anna, "hi");
      var expected = new ArrayList<>(List.of("hi"));
      anna.awaitTexts(jonas, expected);
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 40; i++) {
          anna.say(jonas, round + "." + i);
          expected.add(round + "." + i);
          if (i == 20) jonas.kill();
        }
        jonas.start();
      }
      jonas.awaitTexts(anna, expected);
      assertThat(anna.texts(jonas)).isEqualTo(expected);
    }
  }

  @Test
  void aStrangerIsHeldBackUntilAnswered() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      var expected = new ArrayList<String>();
      for (int i = 0; i < 60; i++) {
        var said = anna.say(jonas, "offer " + i);
        expected.add("offer " + i);
        if (i < 20) {
          anna.messenger()
              .awaitDelivery(said.id(), Message.State.DELIVERED, Duration.ofSeconds(10));
        }
      }
      anna.awaitNotice(
          Notice.ProblemArose.class, p -> p.problem().code().equals("held-back-quota"));
      assertThat(jonas.texts(anna)).hasSize(20);
      assertThat(jonas.peer(anna).trust()).isEqualTo(Trust.NEW);
      jonas.say(anna, "who are you?");
      jonas.await("all of it", () -> jonas.texts(anna).size() == 61);
      assertThat(jonas.texts(anna)).containsAll(expected);
    }
  }

  @Test
  void aBlockedPersonIsNotHeardAndNotWrittenTo() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      jonas.messenger().trust(anna.id(), Trust.BLOCKED);
      anna.say(jonas, "hello?");
      anna.awaitNotice(
          Notice.ProblemArose.class, p -> p.problem().code().equals("held-back-blocked"));
      assertThat(jonas.texts(anna)).isEmpty();
      assertThatThrownBy(() -> jonas.say(anna, "no"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo("peer-blocked"));
      jonas.messenger().trust(anna.id(), Trust.KNOWN);
      jonas.awaitTexts(anna, List.of("hello?"));
    }
  }

  @Test
  void aProfileCopiedBackForksAndSaysItsMessagesAgainOnce() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      jonas.say(anna, "hi");
      anna.awaitTexts(jonas, List.of("hi"));
      anna.say(jonas, "one");
      jonas.awaitTexts(anna, List.of("hi", "one"));
      anna.quit();
      var old = java.nio.file.Files.createDirectory(folder.resolve("old"));
      java.nio.file.Files.copy(anna.profile().resolve("paloma.db"), old.resolve("paloma.db"));
      anna.start();
      anna.say(jonas, "two, which the copy does not know");
      jonas.await("two", () -> jonas.texts(anna).size() == 3);
      anna.quit();
      // The copy speaks before it hears of what it lacks.
      jonas.quit();
      var copy = rig.desk("Anna", old, anna.identity());
      var said = copy.say(jonas, "other two");
      jonas.start();
      assertThat(
              copy.messenger()
                  .awaitDelivery(said.id(), Message.State.DELIVERED, Duration.ofSeconds(15))
                  .state())
          .isEqualTo(Message.State.DELIVERED);
      assertThat(jonas.texts(copy))
          .containsExactlyInAnyOrder("hi", "one", "two, which the copy does not know", "other two");
      // What only the colleague still has comes back to its author.
      copy.await("all of it", () -> copy.texts(jonas).equals(jonas.texts(copy)));
    }
  }

  @Test
  void aProfileSetBackBehindWhatOthersHaveLearnsOfItAndNothingIsLost() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      anna.say(jonas, "one");
      jonas.awaitTexts(anna, List.of("one"));
      var before = anna.snapshot();
      anna.start();
      for (var text : List.of("two", "three", "four")) anna.say(jonas, text);
      jonas.awaitTexts(anna, List.of("one", "two", "three", "four"));
      jonas.quit();
      anna.restore(before);
      anna.start();
      anna.say(jonas, "other two");
      jonas.start();
      jonas.await("five", () -> jonas.texts(anna).size() == 5);
      anna.await("the same five", () -> anna.texts(jonas).equals(jonas.texts(anna)));
      assertThat(anna.texts(jonas)).contains("two", "three", "four", "other two");
    }
  }

  @Test
  void oneEntryAPersonWhateverHappens() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.quit();
      anna.awaitMisses(jonas);
      jonas.start();
      anna.awaitSees(jonas);
      jonas.messenger().changeProfile(p -> p.withName("Jonas B.").withDepartment("Design"));
      anna.await("new name", () -> anna.peer(jonas).name().equals("Jonas B."));
      assertThat(anna.messenger().peers()).hasSize(1);
      assertThat(anna.messenger().resolvePeer("jonas b.").id()).isEqualTo(jonas.id());
    }
  }
}
