package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Message;
import paloma.model.Query;
import paloma.rig.Desk;
import paloma.rig.Rig;

/** Anna writes to Clara, who is away; Ben is there. */
@Timeout(120)
class MailTest {
  private static final String SECRET = "The key lies under the third flowerpot";

  @TempDir Path folder;
  private Rig rig;
  private Desk anna;
  private Desk ben;
  private Desk clara;

  @BeforeEach
  void anOffice() throws Exception {
    rig = new Rig(folder);
    anna = rig.desk("Anna");
    ben = rig.desk("Ben");
    clara = rig.desk("Clara");
    talk(anna, ben);
    talk(anna, clara);
    talk(ben, clara);
    clara.quit();
    anna.awaitMisses(clara);
    ben.awaitMisses(clara);
  }

  @AfterEach
  void goHome() {
    rig.close();
  }

  @Test
  void whatWasLeftWithAColleagueIsReadWhileItsAuthorIsAway() throws Exception {
    var said = anna.say(clara, SECRET);
    awaitLeft(said, 1);
    anna.quit();
    ben.awaitMisses(anna);
    assertThat(holds(ben, SECRET)).isFalse();

    long before = System.nanoTime();
    clara.start();
    clara.awaitTexts(anna, List.of("hello", "hello yourself", SECRET));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    assertThat(clara.noticed(Notice.MessageReceived.class))
        .filteredOn(n -> n.message().id().equals(said.id()))
        .hasSize(1);
    assertThat(holds(ben, SECRET)).isFalse();
  }

  @Test
  void theAuthorLearnsOfTheDeliveryThoughTheReaderIsAwayAgain() throws Exception {
    var said = anna.say(clara, SECRET);
    awaitLeft(said, 1);
    anna.quit();
    ben.awaitMisses(anna);
    clara.start();
    clara.awaitTexts(anna, List.of("hello", "hello yourself", SECRET));
    // The message is gone; some seconds later Clara's marker lies there.
    ben.await("the message is handed over", () -> carried(ben) == 0);
    ben.await("a marker for Anna", () -> carried(ben) == 1);
    clara.quit();
    ben.awaitMisses(clara);

    anna.start();
    anna.await(
        "delivered", () -> anna.messenger().delivery(said.id()).state() == Message.State.DELIVERED);
    ben.await("nothing lies here any more", () -> carried(ben) == 0);
    assertThat(anna.messenger().courier().waiting(said.id())).isZero();
  }

  @Test
  void itIsHandedOverOnce() throws Exception {
    awaitLeft(anna.say(clara, "one"), 1);
    awaitLeft(anna.say(clara, "two"), 1);
    assertThat(carried(ben)).isEqualTo(2);
    anna.quit();
    ben.awaitMisses(anna);
    clara.start();
    clara.awaitTexts(anna, List.of("hello", "hello yourself", "one", "two"));
    // What lies there then is Clara's marker.
    ben.await("both are gone", () -> carried(ben) <= 1);
  }

  @Test
  void threeColleaguesHaveACopyAndNoMore() throws Exception {
    for (var name : List.of("Dora", "Emil", "Fritz")) talk(anna, rig.desk(name));
    var said = anna.say(clara, SECRET);
    awaitLeft(said, 3);
    awaitLeft(anna.say(clara, "and more"), 3);
    assertThat(anna.messenger().courier().waiting(said.id())).isEqualTo(3);
  }

  @Test
  void whoDoesNotCarryIsLeftNothing() throws Exception {
    ben.set(new MailPolicy(true, false));
    var dora = rig.desk("Dora");
    talk(anna, dora);
    awaitLeft(anna.say(clara, SECRET), 1);
    assertThat(carried(ben)).isZero();
    assertThat(carried(dora)).isEqualTo(1);

    anna.quit();
    dora.awaitMisses(anna);
    clara.start();
    // She never talked with Dora.
    clara.awaitTexts(anna, List.of("hello", "hello yourself", SECRET));
  }

  @Test
  void whoLeavesNothingHasItWaitAtHome() throws Exception {
    anna.set(new MailPolicy(false, true));
    var quiet = anna.say(clara, SECRET);
    // Dora's message is said later and left, so Anna's would have been.
    var dora = rig.desk("Dora");
    talk(dora, ben);
    talk(dora, anna);
    anna.set(MailPolicy.usual());
    var loud = anna.say(clara, "leave this");
    awaitLeft(loud, 2);
    assertThat(anna.messenger().delivery(quiet.id()).state()).isEqualTo(Message.State.QUEUED);
  }

  @Test
  void aLongAbsenceFillsSeveralEnvelopes() throws Exception {
    Message last = null;
    for (int i = 0; i < 600; i++) last = anna.say(clara, "number " + i);
    awaitLeft(last, 1);
    anna.quit();
    ben.awaitMisses(anna);
    clara.start();
    clara.await("all of it", () -> clara.texts(anna).size() == 602);
    assertThat(clara.texts(anna).getLast()).isEqualTo("number 599");
  }

  @Test
  void aCarrierThatWasKilledStillHasIt() throws Exception {
    awaitLeft(anna.say(clara, SECRET), 1);
    anna.quit();
    ben.awaitMisses(anna);
    ben.kill();
    ben.start();
    clara.start();
    clara.awaitTexts(anna, List.of("hello", "hello yourself", SECRET));
  }

  private void awaitLeft(Message said, int copies) throws InterruptedException {
    anna.await(
        "left with " + copies, () -> anna.messenger().courier().waiting(said.id()) == copies);
  }

  private static int carried(Desk desk) {
    return desk.messenger().courier().carried();
  }

  static void talk(Desk one, Desk other) throws InterruptedException {
    one.awaitSees(other);
    other.awaitSees(one);
    one.say(other, "hello");
    other.awaitTexts(one, List.of("hello"));
    other.say(one, "hello yourself");
    one.awaitTexts(other, List.of("hello", "hello yourself"));
    assertThat(one.messenger().messages(Query.latest(one.with(other), 9))).hasSize(2);
  }

  /** Whether these words stand anywhere in the files of a profile. */
  private static boolean holds(Desk desk, String words) throws IOException {
    byte[] wanted = words.getBytes(StandardCharsets.UTF_8);
    try (var files = Files.walk(desk.profile())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (text.contains(new String(wanted, StandardCharsets.ISO_8859_1))) return true;
      }
    }
    return false;
  }
}
