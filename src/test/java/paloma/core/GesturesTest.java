package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import paloma.model.Conversation.Look;
import paloma.model.Message;
import paloma.model.Presence;
import paloma.model.ProblemException;
import paloma.model.Receipt;
import paloma.model.Trust;

class GesturesTest extends TwoColleagues {
  @Test
  void whatWasDeletedHereComesNotBackBySyncNorByAFork() throws Exception {
    var said = anna.say(jonas, "not for my eyes");
    jonas.awaitTexts(anna, List.of("hello", "hi", "not for my eyes"));
    assertThat(jonas.messenger().verbs().delete(said.id()).last().id()).isNotEqualTo(said.id());
    jonas.awaitNotice(Notice.MessageDeleted.class, n -> n.message().equals(said.id()));
    anna.messenger().verbs().edit(said.id(), "still not");
    anna.say(jonas, "next");
    jonas.awaitTexts(anna, List.of("hello", "hi", "next"));
    jonas.kill();
    jonas.start();
    anna.say(jonas, "last");
    jonas.awaitTexts(anna, List.of("hello", "hi", "next", "last"));
    assertThat(jonas.messenger().message(said.id())).isEmpty();
    assertThat(anna.texts(jonas)).contains("still not");
  }

  @Test
  void whoReadsUntoldIsSeenToHaveItOnly() throws Exception {
    var said = anna.say(jonas, "quietly");
    jonas.awaitTexts(anna, List.of("hello", "hi", "quietly"));
    jonas.messenger().verbs().tellRead(jonas.with(anna), false);
    assertThat(jonas.messenger().read(jonas.with(anna)).unread()).isZero();
    jonas.quit();
    jonas.start();
    anna.messenger().awaitDelivery(said.id(), Message.State.DELIVERED, Duration.ofSeconds(10));
    anna.awaitSees(jonas);
    assertThat(anna.messenger().verbs().receipts(said.id()))
        .containsExactly(new Receipt(jonas.id(), true, false));
    jonas.messenger().verbs().tellRead(jonas.with(anna), null);
    anna.say(jonas, "loudly");
    jonas.awaitTexts(anna, List.of("hello", "hi", "quietly", "loudly"));
    jonas.messenger().read(jonas.with(anna));
    anna.messenger().awaitDelivery(said.id(), Message.State.READ, Duration.ofSeconds(10));
    assertThat(anna.messenger().verbs().receipts(said.id()))
        .containsExactly(new Receipt(jonas.id(), true, true));
  }

  @Test
  void aReminderReachesWhoHasNotReadAndNobodyElse() throws Exception {
    var said = anna.say(jonas, "please read");
    jonas.awaitTexts(anna, List.of("hello", "hi", "please read"));
    assertThat(anna.messenger().verbs().remind(said.id())).containsExactly(jonas.id());
    var reminded = jonas.awaitNotice(Notice.Reminded.class, _ -> true);
    assertThat(reminded.message().id()).isEqualTo(said.id());
    refused("remind-too-soon", () -> anna.messenger().verbs().remind(said.id()));
    jonas.messenger().read(jonas.with(anna));
    anna.messenger().awaitDelivery(said.id(), Message.State.READ, Duration.ofSeconds(10));
    assertThat(anna.messenger().verbs().remind(said.id())).isEmpty();
  }

  @Test
  void aNudgeTellsNothingOfWhoIsInvisible() throws Exception {
    jonas.messenger().changeProfile(p -> p.withPresence(Presence.INVISIBLE));
    anna.awaitMisses(jonas);
    refused("nudge-away", () -> anna.messenger().verbs().nudge(anna.with(jonas)));
    assertThat(jonas.noticed(Notice.Nudged.class)).isEmpty();
  }

  @Test
  void typingAndNudgesReachWhoIsThereAndNotTooOften() throws Exception {
    anna.messenger().verbs().typing(anna.with(jonas));
    anna.messenger().verbs().typing(anna.with(jonas));
    anna.messenger().verbs().nudge(anna.with(jonas));
    var nudged = jonas.awaitNotice(Notice.Nudged.class, _ -> true);
    assertThat(nudged.peer()).isEqualTo(anna.id());
    assertThat(nudged.conversation()).isEqualTo(jonas.with(anna));
    assertThat(jonas.noticed(Notice.Typing.class)).hasSize(1);
    refused("nudge-too-soon", () -> anna.messenger().verbs().nudge(anna.with(jonas)));
    jonas.quit();
    anna.awaitMisses(jonas);
    anna.await(
        "no link",
        () -> code(() -> anna.messenger().verbs().nudge(anna.with(jonas))).equals("nudge-away"));
  }

  @Test
  void strangersAndTheBlockedAreNotHeard() throws Exception {
    var chen = rig.desk("Chen");
    chen.awaitSees(jonas);
    jonas.awaitSees(chen);
    chen.say(jonas, "hi");
    jonas.awaitTexts(chen, List.of("hi"));
    chen.messenger().verbs().nudge(chen.with(jonas));
    jonas.messenger().trust(anna.id(), Trust.BLOCKED);
    anna.messenger().verbs().nudge(anna.with(jonas));
    refused("peer-blocked", () -> jonas.messenger().verbs().nudge(jonas.with(anna)));
    // What is said later on the same link has come: so the signal before it has, too.
    chen.say(jonas, "still there?");
    jonas.awaitTexts(chen, List.of("hi", "still there?"));
    assertThat(jonas.noticed(Notice.Nudged.class)).isEmpty();
  }

  @Test
  void draftsAndWhatWasDecidedAboutAConversationSurviveAStart() throws Exception {
    var verbs = anna.messenger().verbs();
    verbs.saveDraft(anna.with(jonas), "dear J");
    verbs.pin(anna.with(jonas), true);
    verbs.mute(anna.with(jonas), Look.FOREVER);
    verbs.markUnread(anna.with(jonas));
    anna.quit();
    anna.start();
    var look = anna.messenger().conversation(anna.with(jonas)).look();
    assertThat(look).isEqualTo(new Look(true, Look.FOREVER, true, "dear J", null));
    assertThat(look.muted(Instant.parse("2999-01-01T00:00:00Z"))).isTrue();
    anna.messenger().verbs().saveDraft(anna.with(jonas), " ");
    anna.messenger().verbs().mute(anna.with(jonas), Instant.EPOCH);
    anna.messenger().read(anna.with(jonas));
    look = anna.messenger().conversation(anna.with(jonas)).look();
    assertThat(look).isEqualTo(new Look(true, Instant.EPOCH, false, "", null));
    assertThat(look.muted(Instant.now())).isFalse();
  }

  private static String code(Runnable request) {
    try {
      request.run();
      return "";
    } catch (ProblemException e) {
      return e.problem().code();
    }
  }
}
