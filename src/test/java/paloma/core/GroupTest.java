package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static paloma.core.GroupDesks.awaitIn;
import static paloma.core.GroupDesks.awaitTexts;
import static paloma.core.GroupDesks.created;
import static paloma.core.GroupDesks.meet;
import static paloma.core.GroupDesks.members;
import static paloma.core.GroupDesks.texts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Group;
import paloma.model.Group.Role;
import paloma.model.Message;
import paloma.model.ProblemException;
import paloma.model.Query;
import paloma.model.Transfer;
import paloma.rig.Desk;
import paloma.rig.Rig;

class GroupTest {
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

  private static void refused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable c) {
    assertThatThrownBy(c)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void whatOneSaysAllReadAndTheStateIsTheWeakest() throws Exception {
    var id = created(anna, bert, clara);
    var said = anna.messenger().say(id, "who is hungry?");
    awaitTexts(bert, id, "who is hungry?");
    awaitTexts(clara, id, "who is hungry?");
    var delivered =
        anna.messenger().awaitDelivery(said.id(), Message.State.DELIVERED, Duration.ofSeconds(10));
    assertThat(delivered.state()).isEqualTo(Message.State.DELIVERED);
    assertThat(delivered.of()).isEqualTo(2);
    bert.messenger().read(id);
    anna.await("one read", () -> anna.messenger().delivery(said.id()).read() == 1);
    assertThat(anna.messenger().delivery(said.id()).state()).isEqualTo(Message.State.DELIVERED);
    clara.messenger().read(id);
    anna.awaitNotice(
        Notice.MessageChanged.class,
        n -> n.message().id().equals(said.id()) && n.message().state() == Message.State.READ);
    assertThat(bert.messenger().resolveConversation("#lunch")).isEqualTo(id);
    assertThat(bert.messenger().conversation(id).group().name()).isEqualTo("Lunch");
  }

  @Test
  void aThirdCarriesWhatIsSaidWhileSomebodyIsAway() throws Exception {
    var id = created(anna, bert, clara);
    clara.quit();
    anna.awaitMisses(clara);
    var said = anna.messenger().say(id, "for later");
    awaitTexts(bert, id, "for later");
    anna.quit();
    clara.start();
    awaitTexts(clara, id, "for later");
    anna.start();
    assertThat(
            anna.messenger()
                .awaitDelivery(said.id(), Message.State.DELIVERED, Duration.ofSeconds(10))
                .state())
        .isEqualTo(Message.State.DELIVERED);
  }

  @Test
  void aLinkThatIsCutBetweenTwoIsNoMatterWithAThird() throws Exception {
    var id = created(anna, bert, clara);
    rig.lan().cut(anna.id(), clara.id());
    for (int i = 0; i < 20; i++) {
      anna.messenger().say(id, "a" + i);
      clara.messenger().say(id, "c" + i);
    }
    anna.await("all", () -> texts(anna, id).size() == 40);
    clara.await("all", () -> texts(clara, id).size() == 40);
    assertThat(texts(clara, id)).isEqualTo(texts(anna, id));
  }

  @Test
  void whoJoinsLaterGetsAllThatWasSaid() throws Exception {
    var id = created(anna, bert);
    anna.messenger().say(id, "one");
    bert.messenger().say(id, "two");
    anna.await("two", () -> texts(anna, id).size() == 2);
    anna.messenger().groups().add(id, List.of(clara.id()));
    awaitIn(clara, id);
    clara.await("all", () -> texts(clara, id).size() == 2);
    assertThat(texts(clara, id)).isEqualTo(texts(anna, id));
    clara.messenger().say(id, "hello");
    bert.await("hello", () -> texts(bert, id).contains("hello"));
  }

  @Test
  void whoJoinsLaterGetsNothingOfBeforeWhereTheGroupWantsIt() throws Exception {
    var id = created(anna, bert);
    anna.messenger().groups().history(id, Group.History.JOINING);
    anna.messenger().say(id, "among us");
    awaitTexts(bert, id, "among us");
    anna.messenger().groups().add(id, List.of(clara.id()));
    awaitIn(clara, id);
    anna.messenger().say(id, "welcome");
    awaitTexts(clara, id, "welcome");
    awaitTexts(bert, id, "among us", "welcome");
    clara.messenger().say(id, "thanks");
    awaitTexts(bert, id, "among us", "welcome", "thanks");
    assertThat(texts(clara, id)).containsExactly("welcome", "thanks");
  }

  @Test
  void whoIsRemovedLearnsOfItAndOfNothingLater() throws Exception {
    var id = created(anna, bert, clara);
    clara.messenger().say(id, "before");
    awaitTexts(anna, id, "before");
    anna.messenger().groups().remove(id, clara.id());
    clara.await("out", () -> !members(clara, id).contains(clara.id()));
    bert.await("told", () -> !members(bert, id).contains(clara.id()));
    anna.messenger().say(id, "after");
    awaitTexts(bert, id, "before", "after");
    refused("group-not-in", () -> clara.messenger().say(id, "but I"));
    // Something that Anna says later on the same link comes: then what came before it would have.
    anna.say(clara, "sorry");
    clara.awaitTexts(anna, List.of("sorry"));
    assertThat(texts(clara, id)).containsExactly("before");
    anna.messenger().groups().add(id, List.of(clara.id()));
    awaitIn(clara, id);
    clara.await("all of it", () -> texts(clara, id).equals(List.of("before", "after")));
  }

  @Test
  void whatIsSaidBehindACutIsHiddenEverywhere() throws Exception {
    var id = created(anna, bert, clara);
    clara.messenger().say(id, "in time");
    awaitTexts(anna, id, "in time");
    rig.lan().cut(anna.id(), clara.id());
    rig.lan().cut(anna.id(), bert.id());
    anna.awaitMisses(bert);
    anna.messenger().groups().remove(id, clara.id());
    clara.messenger().say(id, "too late");
    awaitTexts(bert, id, "in time", "too late");
    rig.lan().mend(anna.id(), clara.id());
    rig.lan().mend(anna.id(), bert.id());
    awaitTexts(bert, id, "in time");
    clara.await("out", () -> !members(clara, id).contains(clara.id()));
    anna.messenger().say(id, "now");
    awaitTexts(bert, id, "in time", "now");
    assertThat(texts(anna, id)).containsExactly("in time", "now");
  }

  @Test
  void ofTwoWhoRemoveEachOtherTheSeniorStays() throws Exception {
    var id = created(anna, bert, clara);
    anna.messenger().groups().role(id, bert.id(), Role.OWNER);
    anna.messenger().groups().role(id, clara.id(), Role.ADMIN);
    for (var desk : List.of(bert, clara)) {
      desk.await(
          "roles",
          () ->
              desk.messenger().groups().group(id).member(clara.id()).orElseThrow().role()
                  == Role.ADMIN);
    }
    rig.lan().cut(anna.id(), bert.id());
    rig.lan().cut(anna.id(), clara.id());
    rig.lan().cut(bert.id(), clara.id());
    refused("group-rights", () -> clara.messenger().groups().remove(id, anna.id()));
    anna.messenger().groups().remove(id, bert.id());
    bert.messenger().groups().remove(id, anna.id());
    rig.lan().mend(anna.id(), bert.id());
    rig.lan().mend(anna.id(), clara.id());
    rig.lan().mend(bert.id(), clara.id());
    clara.await("two are left", () -> members(clara, id).size() == 2);
    for (var desk : List.of(anna, bert)) {
      desk.await("the same", () -> members(desk, id).equals(members(clara, id)));
    }
    assertThat(members(clara, id)).contains(clara.id());
  }

  @Test
  void whoLeavesIsOutAndTheGroupHasAnOwner() throws Exception {
    var id = created(anna, bert, clara);
    anna.messenger().groups().rename(id, "Supper");
    anna.messenger().groups().leave(id);
    bert.await("gone", () -> members(bert, id).size() == 2);
    clara.await("gone", () -> members(clara, id).size() == 2);
    var group = bert.messenger().groups().group(id);
    assertThat(group.name()).isEqualTo("Supper");
    assertThat(group.members()).extracting(Group.Member::role).contains(Role.OWNER);
    refused("group-not-in", () -> anna.messenger().groups().rename(id, "Mine"));
  }

  @Test
  void aPartitionHealsToTheSameTimeline() throws Exception {
    var dora = rig.desk("Dora");
    meet(anna, bert, clara, dora);
    var id = created(anna, bert, clara, dora);
    for (var left : List.of(anna, bert)) {
      for (var right : List.of(clara, dora)) rig.lan().cut(left.id(), right.id());
    }
    for (int i = 0; i < 10; i++) {
      for (var desk : List.of(anna, bert, clara, dora)) desk.messenger().say(id, "say " + i);
    }
    for (var left : List.of(anna, bert)) {
      for (var right : List.of(clara, dora)) rig.lan().mend(left.id(), right.id());
    }
    var all = new ArrayList<List<?>>();
    for (var desk : List.of(anna, bert, clara, dora)) {
      desk.await("all", () -> texts(desk, id).size() == 40);
      all.add(
          desk.messenger().messages(Query.latest(id, 100)).stream()
              .map(Message::position)
              .toList());
    }
    assertThat(all).allMatch(all.getFirst()::equals);
  }

  @Test
  void aGroupOfSomebodyBlockedIsNotShown() throws Exception {
    clara.messenger().trust(anna.id(), paloma.model.Trust.BLOCKED);
    var id = created(anna, bert);
    anna.messenger().say(id, "hello");
    rig.lan().cut(bert.id(), clara.id());
    anna.messenger().groups().add(id, List.of(clara.id()));
    bert.await("three", () -> members(bert, id).size() == 3);
    anna.say(clara, "are you there?");
    anna.awaitNotice(
        Notice.ProblemArose.class, p -> p.problem().code().equals("held-back-blocked"));
    assertThat(clara.messenger().groups().list()).isEmpty();
    assertThat(clara.messenger().conversations()).isEmpty();
  }

  @Test
  void filesForAGroupArePulledByEachMember() throws Exception {
    var id = created(anna, bert, clara);
    var file = Files.writeString(folder.resolve("menu.txt"), "soup");
    var offer = anna.messenger().offer(id, List.of(file)).id();
    for (var desk : List.of(bert, clara)) {
      desk.awaitNotice(Notice.OfferReceived.class, n -> n.message().id().equals(offer));
      desk.messenger().accept(offer, null);
      desk.awaitNotice(Notice.TransferFinished.class, n -> n.transfer().offer().equals(offer));
      assertThat(desk.downloads().resolve("menu.txt")).hasContent("soup");
    }
    anna.await(
        "both have it",
        () ->
            anna.messenger().transfersOf(offer).stream()
                    .filter(t -> t.state() == Transfer.State.FINISHED)
                    .count()
                == 2);
  }
}
