package paloma.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.identity.Identity;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.LogId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Query;
import paloma.model.VerbBody;
import paloma.model.VerbBody.Mentions;
import paloma.work.SystemTime;

/** Rows are what the events make of them, in whatever order these came. */
class VerbRowsTest {
  @TempDir Path folder;
  private final List<Author> people = new ArrayList<>();
  private final SystemTime time = new SystemTime();
  private Author anna;
  private Author bo;
  private ConversationId talk;

  @BeforeEach
  void open() throws IOException {
    anna = person("anna");
    bo = person("bo");
    talk = ConversationId.between(anna.id(), bo.id());
    anna.knows(talk, bo);
    bo.knows(talk, anna);
  }

  @AfterEach
  void close() {
    people.forEach(Author::close);
    time.close();
  }

  private Author person(String name) throws IOException {
    var person = new Author(folder.resolve(name + ".db"), Identity.generate(), time);
    people.add(person);
    return person;
  }

  /** Somebody who has nothing yet and knows both. */
  private Author reader(String name) throws IOException {
    var reader = person(name);
    reader.knows(talk, anna, bo);
    return reader;
  }

  private OwnLogs.Appended say(Author who, Body body) {
    return who.own().append(talk, body).join();
  }

  private List<LogId> logs(Author who) {
    return who.logs().extents(List.of(talk)).stream().map(e -> e.log()).toList();
  }

  /** Carries what one has of a log over to another, a page of at most so many events at a time. */
  private static boolean carry(Author from, Author to, LogId log) throws IOException {
    long next = to.logs().extent(log).map(e -> e.highest() + 1).orElse(1L);
    var page = from.logs().page(log, next);
    if (page == null) return false;
    assertThat(to.logs().accept(page)).isInstanceOf(Outcome.Accepted.class);
    return true;
  }

  private void carryAll(Author from, Author to) throws IOException {
    for (var log : logs(from)) {
      if (log.author().equals(to.id())) continue;
      while (carry(from, to, log)) {
        // The next page.
      }
    }
  }

  private List<String> shown(Author who) {
    return who.timeline().messages(Query.latest(talk, 1000)).stream()
        .map(m -> m.id() + " " + m.body() + " " + m.facts().recalled() + facts(m))
        .toList();
  }

  /** Without what was taken back. */
  private List<String> standing(Author who) {
    return shown(who).stream().filter(row -> !row.contains("text=] true")).toList();
  }

  private static String facts(Message m) {
    var f = m.facts();
    return " " + f.edited() + f.reactions() + f.pinned() + f.reply() + f.mentions();
  }

  @Test
  void aVerbThatComesBeforeItsMessageWaitsForIt() throws IOException {
    var text = new Body.Text(MessageId.random(), "first");
    say(anna, text);
    carryAll(anna, bo);
    say(bo, new VerbBody.Reaction(MessageId.random(), text.id(), "👍", true));
    var chen = reader("chen");
    carryLogsOf(bo, chen, bo);
    assertThat(shown(chen)).isEmpty();
    carryLogsOf(bo, chen, anna);
    assertThat(chen.timeline().message(text.id()).orElseThrow().facts().reactions())
        .containsKey("👍");
    assertThat(shown(chen)).isEqualTo(shown(bo));
  }

  /** Only the logs of one author. */
  private void carryLogsOf(Author from, Author to, Author author) throws IOException {
    for (var log : logs(from)) {
      if (!log.author().equals(author.id())) continue;
      while (carry(from, to, log)) {
        // The next page.
      }
    }
  }

  @Test
  void aRecallThatComesFirstLeavesNothingOfTheMessage() throws IOException {
    var text = new Body.Text(MessageId.random(), "secret");
    var said = say(anna, text);
    // In a new epoch the recall stands in a log of its own, so it can come first.
    anna.own().leaveFork(said.log(), 1);
    var recall = say(anna, new VerbBody.Recall(MessageId.random(), text.id()));
    assertThat(recall.log()).isNotEqualTo(said.log());
    var chen = reader("chen");
    carry(anna, chen, recall.log());
    carry(anna, chen, said.log());
    assertThat(shown(chen)).isEmpty();
    assertThat(anna.timeline().message(text.id()).orElseThrow().facts().recalled()).isTrue();
  }

  @Test
  void bothCopiesOfAMessageThatWasSaidAgainVanish() {
    var text = new Body.Text(MessageId.random(), "secret");
    var said = say(anna, text);
    var again = anna.own().leaveFork(said.log(), 0);
    assertThat(again).hasSize(1);
    say(anna, new VerbBody.Recall(MessageId.random(), text.id()));
    for (var log : List.of(said.log(), again.getFirst().log())) {
      assertThat(anna.logs().page(log, 1).items().getFirst().body()).isNull();
    }
  }

  @Test
  void aCopyThatComesAfterTheRecallVanishesToo() throws IOException {
    var text = new Body.Text(MessageId.random(), "secret");
    var said = say(anna, text);
    var chen = reader("chen");
    carry(anna, chen, said.log());
    var again = anna.own().leaveFork(said.log(), 0).getFirst();
    // Chen gets the copy with its words, but only after it has the recall from the first log.
    var dora = reader("dora");
    carry(anna, dora, again.log());
    carry(anna, dora, said.log());
    var recall = say(anna, new VerbBody.Recall(MessageId.random(), text.id()));
    assertThat(recall.log()).isEqualTo(again.log());
    carry(anna, dora, again.log());
    for (var log : List.of(said.log(), again.log())) {
      assertThat(dora.logs().page(log, 1).items().getFirst().body()).isNull();
    }
    assertThat(dora.timeline().messages(Query.words("secret", 5))).isEmpty();
  }

  @Test
  void aMessageThatWasDeletedHereIsForgottenWhenItIsTakenBack() throws IOException {
    var text = new Body.Text(MessageId.random(), "secret");
    var said = say(anna, text);
    var edit = say(anna, new VerbBody.Edit(MessageId.random(), text.id(), "more", Mentions.NOBODY));
    var group = reader("chen");
    carryAll(anna, group);
    group.keeping().delete(text.id());
    // Others may still get it from here, so the events stay until its author takes it back.
    assertThat(group.logs().page(said.log(), 1).items().getFirst().body()).isNotNull();
    say(anna, new VerbBody.Recall(MessageId.random(), text.id()));
    carryAll(anna, group);
    var items = group.logs().page(said.log(), 1).items();
    assertThat(items.get((int) said.seq() - 1).body()).isNull();
    assertThat(items.get((int) edit.seq() - 1).body()).isNull();
    assertThat(group.timeline().message(text.id())).isEmpty();
  }

  @Test
  void othersCanNotTouchAMessageOfAnotherConversationOrAuthor() throws IOException {
    var text = new Body.Text(MessageId.random(), "mine");
    say(anna, text);
    carryAll(anna, bo);
    say(bo, new VerbBody.Edit(MessageId.random(), text.id(), "forged", Mentions.NOBODY));
    say(bo, new VerbBody.Recall(MessageId.random(), text.id()));
    carryAll(bo, anna);
    for (var who : List.of(anna, bo)) {
      var message = who.timeline().message(text.id()).orElseThrow();
      assertThat(message.body()).isEqualTo(text);
      assertThat(message.facts().recalled()).isFalse();
    }
    var elsewhere = reader("chen");
    var other = ConversationId.between(anna.id(), elsewhere.id());
    anna.knows(other, elsewhere);
    anna.own().append(other, new VerbBody.Recall(MessageId.random(), text.id())).join();
    assertThat(anna.timeline().message(text.id()).orElseThrow().facts().recalled()).isFalse();
  }

  @Test
  void aFloodOfReactionsKeepsTheWordsRight() {
    var text = new Body.Text(MessageId.random(), "old");
    say(anna, text);
    say(anna, new VerbBody.Edit(MessageId.random(), text.id(), "new", Mentions.NOBODY));
    var waiting = new ArrayList<CompletableFuture<?>>();
    for (int i = 0; i < 1_100; i++) {
      var flip = new VerbBody.Reaction(MessageId.random(), text.id(), "👍", i % 2 == 0);
      waiting.add(anna.own().append(talk, flip));
    }
    waiting.forEach(CompletableFuture::join);
    var message = anna.timeline().message(text.id()).orElseThrow();
    assertThat(message.body()).isEqualTo(new Body.Text(text.id(), "new"));
    assertThat(message.facts().edited()).isNotNull();
    assertThat(message.facts().reactions()).isEmpty();
  }

  /** Two talk at random; readers get the logs in different orders and in the end show the same. */
  @Test
  void whoeverHasTheSameEventsShowsTheSame() throws IOException {
    long seed = System.nanoTime();
    System.getLogger("paloma.test").log(System.Logger.Level.INFO, "seed {0}", seed);
    var random = new Random(seed);
    var said = new ArrayList<MessageId>();
    for (int i = 0; i < 150; i++) {
      var who = random.nextBoolean() ? anna : bo;
      say(who, something(said, random, i));
      if (random.nextInt(4) == 0) carryAll(anna, bo);
      if (random.nextInt(4) == 0) carryAll(bo, anna);
    }
    carryAll(anna, bo);
    carryAll(bo, anna);
    // Who never had the words of what was taken back has no row of it; all else is the same.
    assertThat(standing(bo)).as("seed %d", seed).isEqualTo(standing(anna)).isNotEmpty();
    var chen = reader("chen");
    carryLogsOf(anna, chen, bo);
    carryLogsOf(anna, chen, anna);
    var dora = reader("dora");
    carryLogsOf(bo, dora, anna);
    carryLogsOf(bo, dora, bo);
    assertThat(shown(chen)).as("seed %d", seed).isEqualTo(standing(anna));
    assertThat(shown(dora)).as("seed %d", seed).isEqualTo(standing(anna));
  }

  private static Body something(List<MessageId> said, Random random, int i) {
    var id = MessageId.random();
    if (said.isEmpty() || random.nextInt(3) == 0) {
      said.add(id);
      return random.nextBoolean()
          ? new Body.Text(id, "text " + i)
          : new VerbBody.RichText(id, "rich " + i, said.getFirst(), Mentions.NOBODY, "");
    }
    var target = said.get(random.nextInt(said.size()));
    return switch (random.nextInt(10)) {
      case 0 -> new VerbBody.Recall(id, target);
      case 1, 2, 3 -> new VerbBody.Edit(id, target, "edit " + i, Mentions.NOBODY);
      case 4, 5 -> new VerbBody.Pin(id, target, random.nextBoolean());
      default -> new VerbBody.Reaction(id, target, "e" + random.nextInt(3), random.nextInt(3) > 0);
    };
  }
}
