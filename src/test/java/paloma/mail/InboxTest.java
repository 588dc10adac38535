package paloma.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.log.Page;
import paloma.model.ConversationId;
import paloma.model.Envelope;
import paloma.model.LogId;
import paloma.model.MailVerdict;
import paloma.store.MailStore;
import paloma.work.WoundTime;

/** Anna writes to Clara; Mallory carries, and lies. */
class InboxTest {
  private static final long DAY = 20_417;

  @TempDir Path folder;
  private final WoundTime time = new WoundTime();
  private final Sealing.NewKey key = Sealing.newKey();
  private final String publicKey = HexFormat.of().formatHex(key.publicKey());
  private final List<LogId> advanced = new ArrayList<>();
  private final AtomicInteger taken = new AtomicInteger();
  private Correspondent anna;
  private Correspondent mallory;
  private Correspondent clara;
  private ConversationId talk;
  private Inbox inbox;

  @BeforeEach
  void open() throws Exception {
    anna = new Correspondent(folder.resolve("anna.db"), time);
    mallory = new Correspondent(folder.resolve("mallory.db"), time);
    clara = new Correspondent(folder.resolve("clara.db"), time);
    for (var one : List.of(anna, mallory, clara)) {
      for (var other : List.of(anna, mallory, clara)) one.knows(other);
    }
    talk = ConversationId.between(anna.id(), clara.id());
    inbox =
        new Inbox(
            clara.logs(),
            clara.markers(),
            clara,
            clara.id(),
            () -> List.of(new MailStore.Key(publicKey, key.privateKey(), 0, 0, null)),
            advanced::add);
  }

  @AfterEach
  void close() {
    anna.close();
    mallory.close();
    clara.close();
  }

  private Envelope sealed(Letter letter) {
    return Sealing.seal(letter, publicKey, DAY).orElseThrow();
  }

  private Envelope page(LogId log, long from) {
    return sealed(new Letter.Events(anna.logs().page(log, from)));
  }

  private MailVerdict take(Envelope envelope) {
    return inbox.take(envelope, taken::incrementAndGet);
  }

  @Test
  void itIsCommittedAsIfItsAuthorHadSentIt() {
    var log = anna.say(talk, "one", "two");
    assertThat(inbox.isForUs(page(log, 1))).isTrue();
    assertThat(take(page(log, 1))).isEqualTo(MailVerdict.TAKEN);
    assertThat(clara.texts(talk)).containsExactly("one", "two");
    assertThat(advanced).containsExactly(log);
  }

  @Test
  void whatWasNotSaidBetweenTheTwoIsNotTaken() {
    var log = anna.say(ConversationId.between(anna.id(), mallory.id()), "one");
    assertThat(take(page(log, 1))).isEqualTo(MailVerdict.TAKEN);
    assertThat(clara.accepted()).isZero();
    assertThat(advanced).isEmpty();
  }

  @Test
  void theSameAgainChangesNothing() {
    var log = anna.say(talk, "one");
    take(page(log, 1));
    assertThat(take(page(log, 1))).isEqualTo(MailVerdict.TAKEN);
    assertThat(clara.texts(talk)).containsExactly("one");
    assertThat(clara.accepted()).isEqualTo(1);
  }

  @Test
  void whatLiesBehindAGapWaitsUntilTheGapCloses() {
    var log = anna.say(talk, "one");
    var first = page(log, 1);
    anna.say(talk, "two");
    var second = page(log, 2);
    anna.say(talk, "three");
    var third = page(log, 3);
    assertThat(take(third)).isEqualTo(MailVerdict.LATER);
    assertThat(take(second)).as("the log is empty here").isEqualTo(MailVerdict.LATER);
    assertThat(clara.texts(talk)).isEmpty();
    assertThat(take(first)).isEqualTo(MailVerdict.TAKEN);
    assertThat(clara.texts(talk)).containsExactly("one", "two", "three");
    assertThat(taken).hasValue(2);
  }

  @Test
  void wordsPutIntoAnnasMouthAreNotBelieved() {
    var log = anna.say(talk, "pay Ben 10");
    var page = anna.logs().page(log, 1);
    var item = page.items().getFirst();
    byte[] body = item.body().clone();
    body[body.length - 1] = '9';
    var forged = new Page(log, 1, List.of(new Page.Item(item.header(), body, item.signature())));
    assertThat(take(sealed(new Letter.Events(forged)))).isEqualTo(MailVerdict.TAKEN);

    var unsigned =
        new Page(log, 1, List.of(new Page.Item(item.header(), item.body(), new byte[64])));
    assertThat(take(sealed(new Letter.Events(unsigned)))).isEqualTo(MailVerdict.TAKEN);
    assertThat(clara.texts(talk)).isEmpty();
    assertThat(clara.accepted()).isZero();
  }

  @Test
  void aLogOfAConversationThatIsNotOursIsNotTaken() {
    var theirs = ConversationId.between(anna.id(), mallory.id());
    var log = anna.say(theirs, "between us");
    assertThat(take(page(log, 1))).isEqualTo(MailVerdict.TAKEN);
    assertThat(clara.accepted()).isZero();
  }

  @Test
  void ourOwnLogDoesNotComeByMail() {
    var log = clara.say(talk, "mine");
    var page = clara.logs().page(log, 1);
    assertThat(take(sealed(new Letter.Events(page)))).isEqualTo(MailVerdict.TAKEN);
    assertThat(clara.accepted()).isZero();
  }

  @Test
  void garbageAndMailForOthersCostNothing() {
    var log = anna.say(talk, "one");
    var good = page(log, 1);
    var touched = good.sealed().clone();
    touched[200] ^= 1;
    assertThat(take(new Envelope(DAY, good.tag(), touched))).isEqualTo(MailVerdict.TAKEN);
    assertThat(take(new Envelope(DAY, good.tag(), new byte[10]))).isEqualTo(MailVerdict.TAKEN);
    var other = HexFormat.of().formatHex(Sealing.newKey().publicKey());
    var foreign =
        Sealing.seal(new Letter.Events(anna.logs().page(log, 1)), other, DAY).orElseThrow();
    assertThat(inbox.isForUs(foreign)).isFalse();
    assertThat(take(new Envelope(DAY, good.tag(), foreign.sealed()))).isEqualTo(MailVerdict.TAKEN);
    assertThat(clara.texts(talk)).isEmpty();
    assertThat(take(good)).isEqualTo(MailVerdict.TAKEN);
    assertThat(clara.texts(talk)).containsExactly("one");
  }

  @Test
  void aMarkerCountsByItsSignatureAlone() throws Exception {
    var log = clara.say(talk, "did you get this?");
    anna.logs().accept(clara.logs().page(log, 1));
    var proof = anna.markers().own(log, true).orElseThrow();
    take(sealed(new Letter.Progress(proof.marker(), new byte[64])));
    take(sealed(new Letter.Progress(proof.marker(), new byte[0])));
    take(
        sealed(
            new Letter.Progress(proof.marker(), mallory.sign("paloma-marker-v1", proof.marker()))));
    clara.settle();
    assertThat(clara.markers().delivered(log, anna.id())).isZero();
    take(sealed(new Letter.Progress(proof.marker(), proof.signature())));
    clara.settle();
    assertThat(clara.markers().delivered(log, anna.id())).isEqualTo(1);
  }
}
