package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Message;
import paloma.rig.Desk;
import paloma.rig.Rig;

@Timeout(120)
class RetentionTest {
  /** In forty days everything that is said now is older than a month. */
  private static final Duration LATER = Duration.ofDays(40);

  @TempDir Path folder;

  private static long expire(Desk desk, int days) {
    return desk.messenger().archive().expire(days, Instant.now().plus(LATER));
  }

  private static void delivered(Desk desk, Message message) throws InterruptedException {
    desk.messenger().awaitDelivery(message.id(), Message.State.DELIVERED, Duration.ofSeconds(10));
  }

  @Test
  void whatIsOldGoesWhatIsYoungStaysAndZeroKeepsEverything() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      delivered(anna, anna.say(jonas, "one"));
      delivered(jonas, jonas.say(anna, "two"));

      assertThat(expire(anna, 0)).isZero();
      assertThat(expire(anna, 41)).isZero();
      assertThat(anna.texts(jonas)).hasSize(2);
      assertThat(expire(anna, 30)).isEqualTo(2);
      assertThat(anna.texts(jonas)).isEmpty();
      assertThat(jonas.texts(anna)).as("it is no order to others").hasSize(2);
      assertThat(expire(anna, 30)).isZero();

      delivered(anna, anna.say(jonas, "three"));
      delivered(jonas, jonas.say(anna, "four"));
      assertThat(anna.texts(jonas)).containsExactly("three", "four");
      assertThat(anna.messenger().metrics().events()).as("headers stay").isEqualTo(4);
    }
  }

  @Test
  void ownMessagesThatNobodyHasAreNeverExpired() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      delivered(anna, anna.say(jonas, "has it"));
      jonas.quit();
      anna.awaitMisses(jonas);
      anna.say(jonas, "has it not");

      assertThat(expire(anna, 1)).isEqualTo(1);
      assertThat(anna.texts(jonas)).containsExactly("has it not");
      jonas.start();
      jonas.awaitTexts(anna, List.of("has it", "has it not"));
    }
  }

  @Test
  void notesToOneselfGoLikeEverythingElse() throws Exception {
    try (var rig = new Rig(folder)) {
      var me = rig.desk("Anna");
      me.messenger().say(me.messenger().appearance().notes(), "buy stamps");
      assertThat(expire(me, 30)).isEqualTo(1);
      assertThat(me.messenger().conversations()).isEmpty();
    }
  }

  @Test
  void whoAsksForWhatHasExpiredGetsTheHeadersAndTalkGoesOn() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      delivered(jonas, jonas.say(anna, "hi"));
      for (int i = 0; i < 30; i++) delivered(anna, anna.say(jonas, "old " + i));
      assertThat(expire(anna, 1)).isEqualTo(31);
      jonas.quit();
      Files.delete(jonas.profile().resolve("paloma.db"));
      anna.say(jonas, "new");
      jonas.start();

      jonas.await("the new one", () -> jonas.texts(anna).equals(List.of("new")));
      jonas.await("the headers", () -> jonas.messenger().metrics().events() == 32);
      delivered(jonas, jonas.say(anna, "again"));
      anna.awaitTexts(jonas, List.of("new", "again"));
    }
  }

  @Test
  void aGroupOutlivesWhatWasSaidInIt() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      GroupDesks.meet(anna, jonas);
      var id = GroupDesks.created(anna, jonas);
      var said = anna.messenger().say(id, "old");
      GroupDesks.awaitTexts(jonas, id, "old");
      anna.messenger().verbs().edit(said.id(), "old, and changed");
      GroupDesks.awaitTexts(jonas, id, "old, and changed");

      expire(jonas, 1);
      assertThat(GroupDesks.texts(jonas, id)).isEmpty();
      jonas.quit();
      jonas.start();
      GroupDesks.meet(anna, jonas);
      anna.messenger().say(id, "young");
      GroupDesks.awaitTexts(jonas, id, "young");
      var group = jonas.messenger().groups().group(id);
      assertThat(group.members()).hasSize(2);
      var file = jonas.profile().resolve("paloma.db");
      jonas.quit();
      try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
          var statement = db.createStatement();
          var words =
              statement.executeQuery("SELECT count(*) FROM verb WHERE instr(body, 'changed')")) {
        assertThat(words.getInt(1)).as("nothing is left of the words").isZero();
      }
      jonas.start();
    }
  }

  @Test
  void anOfferWhoseFilesAreOnTheirWayStays() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      var file = Files.writeString(folder.resolve("plan.txt"), "plan");
      delivered(anna, anna.say(jonas, "look"));
      var offer = anna.messenger().offer(anna.with(jonas), List.of(file));
      jonas.awaitNotice(Notice.OfferReceived.class, n -> true);
      delivered(anna, offer);

      assertThat(expire(jonas, 1)).isEqualTo(1);
      assertThat(jonas.messenger().message(offer.id())).isPresent();
      jonas.messenger().decline(offer.id());
      assertThat(expire(jonas, 1)).isEqualTo(1);
      assertThat(jonas.messenger().message(offer.id())).isEmpty();
    }
  }
}
