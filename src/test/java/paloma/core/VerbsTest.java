package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paloma.log.Facts;
import paloma.model.Body;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Query;
import paloma.model.Transfer;

class VerbsTest extends TwoColleagues {
  @Test
  void aReplyNamesWhatItAnswersAndWhomItCalls() throws Exception {
    var hello = anna.messenger().messages(Query.latest(anna.with(jonas), 10)).getFirst();
    var saying = Saying.of("@Jonas yes").answering(hello.id()).calling(List.of(jonas.id()), false);
    var said = anna.messenger().sayLater(anna.with(jonas), saying).join();
    jonas.awaitTexts(anna, List.of("hello", "hi", "@Jonas yes"));
    for (var one : List.of(said, at(anna, said), at(jonas, said))) {
      assertThat(one.body()).isEqualTo(new Body.Text(said.id(), "@Jonas yes"));
      assertThat(one.facts().reply()).isEqualTo(hello.id());
      assertThat(one.facts().mentions().include(jonas.id())).isTrue();
      assertThat(one.facts().mentions().include(anna.id())).isFalse();
    }
  }

  @Test
  void anEditShowsTheNewWordsEverywhereAndKeepsTheOldOnes() throws Exception {
    var said = anna.say(jonas, "at thre");
    jonas.awaitTexts(anna, List.of("hello", "hi", "at thre"));
    var edited = anna.messenger().verbs().edit(said.id(), "at three");
    assertThat(edited.body()).isEqualTo(new Body.Text(said.id(), "at three"));
    jonas.awaitTexts(anna, List.of("hello", "hi", "at three"));
    assertThat(at(jonas, said).facts().edited()).isNotNull();
    assertThat(jonas.messenger().messages(Query.words("three", 9))).hasSize(1);
    assertThat(jonas.messenger().verbs().versions(said.id()))
        .extracting(Facts.Version::text)
        .containsExactly("at thre", "at three");
    assertThat(jonas.messenger().conversation(jonas.with(anna)).unread()).isEqualTo(2);
  }

  @Test
  void onlyTheAuthorEditsAndRecalls() {
    var hello = anna.messenger().messages(Query.latest(anna.with(jonas), 10)).getFirst();
    refused("message-of-others", () -> anna.messenger().verbs().edit(hello.id(), "mine"));
    refused("message-of-others", () -> anna.messenger().verbs().recall(hello.id()));
    refused("unknown-message", () -> anna.messenger().verbs().edit(MessageId.random(), "x"));
  }

  @Test
  void whatIsTakenBackVanishesEverywhere() throws Exception {
    var said = anna.say(jonas, "SECRET-1");
    jonas.awaitTexts(anna, List.of("hello", "hi", "SECRET-1"));
    anna.messenger().verbs().edit(said.id(), "SECRET-2");
    jonas.awaitTexts(anna, List.of("hello", "hi", "SECRET-2"));
    var recalled = anna.messenger().verbs().recall(said.id());
    assertThat(recalled.facts().recalled()).isTrue();
    jonas.await("it is gone", () -> at(jonas, said).facts().recalled());
    for (var desk : List.of(anna, jonas)) {
      assertThat(desk.messenger().messages(Query.words("SECRET", 9))).isEmpty();
      assertThat(desk.messenger().verbs().versions(said.id())).isEmpty();
    }
    refused("message-recalled", () -> anna.messenger().verbs().edit(said.id(), "again"));
    refused("message-recalled", () -> jonas.messenger().verbs().react(said.id(), "👍", true));
    // The chain stays whole: what is said later comes, also after a start.
    jonas.quit();
    jonas.start();
    anna.say(jonas, "later");
    jonas.awaitTexts(anna, List.of("hello", "hi", "", "later"));
    assertThat(at(jonas, said).facts().recalled()).isTrue();
  }

  @Test
  void nothingOfWhatWasTakenBackStaysInTheDatabase() throws Exception {
    var said = anna.say(jonas, "NUCLEUS-1");
    anna.messenger().verbs().edit(said.id(), "NUCLEUS-2");
    jonas.awaitTexts(anna, List.of("hello", "hi", "NUCLEUS-2"));
    anna.messenger().verbs().recall(said.id());
    jonas.await("it is gone", () -> at(jonas, said).facts().recalled());
    for (var desk : List.of(anna, jonas)) {
      var file = desk.profile().resolve("paloma.db");
      try (var db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
        for (var column : List.of("event.body", "message.body", "message.words", "verb.body")) {
          var parts = column.split("\\.");
          var sql =
              "SELECT count(*) FROM %s WHERE instr(CAST(%s AS BLOB), CAST('NUCLEUS' AS BLOB)) > 0"
                  .formatted(parts[0], parts[1]);
          try (var rows = db.createStatement().executeQuery(sql)) {
            assertThat(rows.getInt(1)).as("%s of %s", column, desk.profile()).isZero();
          }
        }
        try (var rows =
            db.createStatement()
                .executeQuery("SELECT count(*) FROM event WHERE reason = 'recalled'")) {
          assertThat(rows.getInt(1)).isEqualTo(2);
        }
      }
    }
  }

  @Test
  void whatIsTakenBackBeforeItCameNeverComes() throws Exception {
    jonas.quit();
    anna.awaitMisses(jonas);
    var said = anna.say(jonas, "never mind");
    anna.messenger().verbs().recall(said.id());
    anna.say(jonas, "good morning");
    jonas.start();
    jonas.awaitTexts(anna, List.of("hello", "hi", "good morning"));
    assertThat(jonas.messenger().message(said.id())).isEmpty();
    assertThat(jonas.messenger().conversation(jonas.with(anna)).unread()).isEqualTo(2);
  }

  @Test
  void reactionsOfBothAreSeenByBothAndCanBeTakenAway() throws Exception {
    var hello = anna.messenger().messages(Query.latest(anna.with(jonas), 10)).getFirst();
    anna.messenger().verbs().react(hello.id(), "👍", true);
    jonas.await("one", () -> at(jonas, hello).facts().reactions().size() == 1);
    jonas.messenger().verbs().react(hello.id(), "👍", true);
    jonas.messenger().verbs().react(hello.id(), "🎉", true);
    var expected = Map.of("👍", List.of(anna.id(), jonas.id()), "🎉", List.of(jonas.id()));
    anna.await("three", () -> at(anna, hello).facts().reactions().equals(expected));
    assertThat(at(jonas, hello).facts().reactions()).isEqualTo(expected);
    anna.messenger().verbs().react(hello.id(), "👍", false);
    jonas.await("two", () -> at(jonas, hello).facts().reactions().get("👍").size() == 1);
    assertThat(jonas.noticed(Notice.MessageChanged.class))
        .anyMatch(n -> n.message().id().equals(hello.id()));
    long events = anna.messenger().metrics().events();
    anna.messenger().verbs().react(hello.id(), "👍", false);
    assertThat(anna.messenger().metrics().events()).isEqualTo(events);
  }

  @Test
  void verbsAreNoRowsAndNotUnread() throws Exception {
    var said = anna.say(jonas, "read me");
    jonas.awaitTexts(anna, List.of("hello", "hi", "read me"));
    jonas.messenger().read(jonas.with(anna));
    anna.messenger().verbs().edit(said.id(), "read me!");
    anna.messenger().verbs().react(said.id(), "👍", true);
    anna.messenger().verbs().pin(said.id(), true);
    jonas.await("pinned", () -> at(jonas, said).facts().pinned());
    var conversation = jonas.messenger().conversation(jonas.with(anna));
    assertThat(conversation.unread()).isZero();
    assertThat(conversation.last().body()).isEqualTo(new Body.Text(said.id(), "read me!"));
    assertThat(jonas.messenger().verbs().pinned(jonas.with(anna)))
        .extracting(Message::id)
        .containsExactly(said.id());
  }

  @Test
  void aRecalledOfferIsWithdrawn() throws Exception {
    var file = Files.writeString(folder.resolve("plan.txt"), "plan");
    var offer = anna.messenger().offer(anna.with(jonas), List.of(file));
    jonas.awaitNotice(Notice.OfferReceived.class, n -> n.message().id().equals(offer.id()));
    anna.messenger().verbs().recall(offer.id());
    jonas.await("gone", () -> at(jonas, offer).facts().recalled());
    jonas.await(
        "withdrawn",
        () ->
            jonas.messenger().transfersOf(offer.id()).stream()
                .allMatch(t -> t.state() == Transfer.State.CANCELLED));
    assertThat(at(jonas, offer).body()).isEqualTo(new Body.Text(offer.id(), ""));
  }
}
