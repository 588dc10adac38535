package paloma.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.identity.Identity;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.MessageId;
import paloma.work.SystemTime;

class LogsTest {
  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private Author anna;
  private Author jonas;
  private ConversationId talk;

  @BeforeEach
  void open() throws Exception {
    anna = new Author(folder.resolve("anna.db"), Identity.generate(), time);
    jonas = new Author(folder.resolve("jonas.db"), Identity.generate(), time);
    talk = ConversationId.between(anna.id(), jonas.id());
    anna.knows(talk, jonas);
    jonas.knows(talk, anna);
  }

  @AfterEach
  void close() {
    anna.close();
    jonas.close();
    time.close();
  }

  private LogId say(Author who, String... texts) {
    LogId log = null;
    for (var text : texts) {
      log = who.own().append(talk, new Body.Text(MessageId.random(), text)).join().log();
    }
    return log;
  }

  @Test
  void aPageOfManyEventsIsProvedByItsLastSignature() throws Exception {
    var log = say(anna, "one", "two", "three");
    var page = anna.logs().page(log, 1);
    assertThat(page.items()).hasSize(3);
    assertThat(jonas.logs().accept(page)).isInstanceOf(Outcome.Accepted.class);
    assertThat(jonas.texts(talk)).containsExactly("one", "two", "three");
    assertThat(jonas.logs().accept(page)).isInstanceOf(Outcome.Known.class);
  }

  @Test
  void eventsSaidInOneCommitShareOneSignatureAndStillTravel() throws Exception {
    var waiting = new ArrayList<java.util.concurrent.CompletableFuture<?>>();
    for (int i = 0; i < 500; i++) {
      waiting.add(anna.own().append(talk, new Body.Text(MessageId.random(), "t" + i)));
    }
    waiting.forEach(java.util.concurrent.CompletableFuture::join);
    var log = anna.logs().extents(List.of(talk)).getFirst().log();
    long next = 1;
    while (next <= 500) {
      var page = anna.logs().page(log, next);
      assertThat(page).as("a page from " + next).isNotNull();
      assertThat(jonas.logs().accept(page)).isInstanceOf(Outcome.Accepted.class);
      next = page.last() + 1;
    }
    assertThat(jonas.texts(talk)).hasSize(500).startsWith("t0", "t1").endsWith("t499");
    // Somebody who carries the log on can cut pages too.
    assertThat(jonas.logs().page(log, 1)).isNotNull();
  }

  @Test
  void longestTextsSaidTogetherStillFitPages() throws Exception {
    var text = "x".repeat(Body.MAX_TEXT);
    var waiting = new ArrayList<java.util.concurrent.CompletableFuture<?>>();
    for (int i = 0; i < 40; i++) {
      waiting.add(anna.own().append(talk, new Body.Text(MessageId.random(), text)));
    }
    waiting.forEach(java.util.concurrent.CompletableFuture::join);
    var log = anna.logs().extents(List.of(talk)).getFirst().log();
    for (long next = 1; next <= 40; ) {
      var page = anna.logs().page(log, next);
      assertThat(page).as("a page from " + next).isNotNull();
      assertThat(jonas.logs().accept(page)).isInstanceOf(Outcome.Accepted.class);
      next = page.last() + 1;
    }
  }

  @Test
  void mergedPagesCanBeCarriedOn() throws Exception {
    var first = say(anna, "one");
    var one = anna.logs().page(first, 1);
    say(anna, "two");
    var two = anna.logs().page(first, 2);
    assertThat(jonas.logs().accept(one.with(two))).isInstanceOf(Outcome.Accepted.class);
    assertThat(jonas.logs().page(first, 1).items()).hasSize(2);
    // A signature that nobody checked on the way does not end a page.
    say(anna, "three");
    say(anna, "four");
    var three = anna.logs().page(first, 3);
    var item = three.items().getFirst();
    var forged = new Page.Item(item.header(), item.body(), flipped(item.signature()));
    var last = three.items().getLast();
    jonas.logs().accept(new Page(first, 3, List.of(forged, last)));
    assertThat(jonas.logs().page(first, 3).items()).hasSize(2);
  }

  @Test
  void aGapIsNeverCrossed() throws Exception {
    var log = say(anna, "one");
    jonas.logs().accept(anna.logs().page(log, 1));
    say(anna, "two", "three");
    var late = anna.logs().page(log, 3);
    assertThat(jonas.logs().accept(late)).isEqualTo(new Outcome.Gap(log, 1));
    assertThat(jonas.texts(talk)).containsExactly("one");
  }

  @Test
  void aForgedBodyHeaderOrSignatureIsRefused() {
    var log = say(anna, "pay 10", "and 20");
    var page = anna.logs().page(log, 1);
    for (int index = 0; index < 2; index++) {
      var item = page.items().get(index);
      var signature = item.signature();
      refused(page, index, new Page.Item(item.header(), flipped(item.body()), signature));
      refused(page, index, new Page.Item(flipped(item.header()), item.body(), signature));
    }
    var last = page.items().getLast();
    refused(page, 1, new Page.Item(last.header(), last.body(), flipped(page.signature())));
    refused(page, 1, new Page.Item(last.header(), last.body(), null));
    assertThat(jonas.texts(talk)).isEmpty();
  }

  private void refused(Page page, int index, Page.Item instead) {
    var items = new ArrayList<>(page.items());
    items.set(index, instead);
    var forged = new Page(page.log(), page.first(), items);
    assertThatThrownBy(() -> jonas.logs().accept(forged)).isInstanceOf(MalformedException.class);
  }

  private static byte[] flipped(byte[] bytes) {
    var copy = bytes.clone();
    copy[copy.length - 1] ^= 1;
    return copy;
  }

  @Test
  void anEventOfAnotherAuthorsKeyIsRefused() {
    var log = say(jonas, "I am Jonas");
    var page = jonas.logs().page(log, 1);
    var posing = new LogId(talk, anna.id(), log.epoch());
    var forged = new Page(posing, 1, page.items());
    assertThatThrownBy(() -> anna.logs().accept(forged)).isInstanceOf(MalformedException.class);
  }

  @Test
  void aBodyThatVanishedLeavesTheChainWhole() throws Exception {
    var log = say(anna, "one", "two", "three");
    var page = anna.logs().page(log, 1);
    var items = new ArrayList<>(page.items());
    items.set(1, new Page.Item(items.get(1).header(), null, null));
    jonas.logs().accept(new Page(log, 1, items));
    assertThat(jonas.texts(talk)).containsExactly("one", "three");
    say(anna, "four");
    jonas.logs().accept(anna.logs().page(log, 4));
    assertThat(jonas.texts(talk)).containsExactly("one", "three", "four");
  }

  @Test
  void answersStandAfterWhatTheyAnswerWhateverTheClocksSay() throws Exception {
    var log = say(anna, "question");
    jonas.logs().accept(anna.logs().page(log, 1));
    var answer = say(jonas, "answer");
    anna.logs().accept(jonas.logs().page(answer, 1));
    say(anna, "thanks");
    jonas.logs().accept(anna.logs().page(log, 2));
    assertThat(anna.texts(talk)).containsExactly("question", "answer", "thanks");
    assertThat(jonas.texts(talk)).isEqualTo(anna.texts(talk));
  }

  @Test
  void anotherBranchIsNeverAcknowledged() throws Exception {
    var log = say(anna, "one");
    anna.close();
    Files.copy(folder.resolve("anna.db"), folder.resolve("twin.db"));
    anna = new Author(folder.resolve("anna.db"), anna.identity(), time);
    anna.knows(talk, jonas);
    say(anna, "two");
    jonas.logs().accept(anna.logs().page(log, 1));
    // The copy of the profile says something else in the place of "two".
    try (var twin = new Author(folder.resolve("twin.db"), anna.identity(), time)) {
      twin.knows(talk, jonas);
      say(twin, "TWO");
      for (long first = 1; first <= 2; first++) {
        var branch = twin.logs().page(log, first);
        assertThat(jonas.logs().accept(branch)).isEqualTo(new Outcome.Forked(log, 2));
      }
      say(twin, "THREE");
      for (long first = 1; first <= 3; first++) {
        var branch = twin.logs().page(log, first);
        assertThat(jonas.logs().accept(branch)).isEqualTo(new Outcome.Forked(log, 2));
      }
      // Said again in a new epoch, the same messages are accepted.
      var again = twin.own().leaveFork(log, 1).getLast().log();
      jonas.logs().accept(twin.logs().page(again, 1));
    }
    assertThat(jonas.texts(talk)).containsExactlyInAnyOrder("one", "two", "TWO", "THREE");
  }
}
