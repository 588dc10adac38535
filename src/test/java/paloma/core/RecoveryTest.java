package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Message;
import paloma.model.Query;
import paloma.model.Trust;
import paloma.rig.Desk;
import paloma.rig.Rig;

/** Somebody's database is lost or old, and colleagues have what it lacks. */
@Timeout(120)
class RecoveryTest {
  @TempDir Path folder;

  private static List<String> talk(Desk anna, Desk jonas, String of, int times) throws Exception {
    var said = new ArrayList<String>();
    for (int i = 0; i < times; i++) {
      var question = anna.say(jonas, of + " asks " + i);
      anna.messenger()
          .awaitDelivery(question.id(), Message.State.DELIVERED, Duration.ofSeconds(10));
      var answer = jonas.say(anna, of + " hears " + i);
      jonas.messenger().awaitDelivery(answer.id(), Message.State.DELIVERED, Duration.ofSeconds(10));
      said.add(of + " asks " + i);
      said.add(of + " hears " + i);
    }
    return said;
  }

  private static Path database(Desk desk) {
    return desk.profile().resolve("paloma.db");
  }

  private static String told(Desk desk, String code) throws Exception {
    return desk.awaitNotice(Notice.ProblemArose.class, p -> p.problem().code().equals(code))
        .problem()
        .code();
  }

  private static void awaitAllDelivered(Desk desk, Desk to) throws InterruptedException {
    desk.await(
        "all own messages are delivered",
        () ->
            desk.messenger().messages(Query.latest(desk.with(to), 1000)).stream()
                .filter(Message::own)
                .allMatch(m -> m.state().compareTo(Message.State.DELIVERED) >= 0));
  }

  @Test
  void anAuthorWhoLacksOwnEventsAdoptsThemAndGoesOnBehindThem() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      var expected = talk(anna, jonas, "early", 2);
      anna.quit();
      var old = Files.readAllBytes(database(anna));
      anna.start();
      expected.addAll(talk(anna, jonas, "late", 3));
      anna.quit();
      Files.write(database(anna), old);
      anna.start();

      anna.awaitTexts(jonas, expected);
      awaitAllDelivered(anna, jonas);
      anna.say(jonas, "after");
      expected.add("after");
      jonas.awaitTexts(anna, expected);
      assertThat(anna.texts(jonas)).isEqualTo(expected);
    }
  }

  @Test
  void aDamagedDatabaseIsPutBackFromItsBackupAndColleaguesGiveTheRest() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      var expected = talk(anna, jonas, "early", 2);
      anna.messenger().archive().backupNow();
      expected.addAll(talk(anna, jonas, "late", 3));
      anna.quit();
      jonas.quit();
      Files.writeString(database(anna), "a disk gave this back");
      anna.start();
      assertThat(told(anna, "database-restored")).isNotNull();
      assertThat(anna.texts(jonas)).isEqualTo(expected.subList(0, 4));
      // She writes before anybody could tell her what she lacks.
      anna.say(jonas, "meanwhile");
      jonas.start();

      jonas.await("all", () -> jonas.texts(anna).contains("meanwhile"));
      anna.await("all", () -> anna.texts(jonas).size() == expected.size() + 1);
      assertThat(anna.texts(jonas)).containsAll(expected).contains("meanwhile");
      assertThat(jonas.texts(anna)).containsAll(expected).hasSize(expected.size() + 1);
      awaitAllDelivered(anna, jonas);
    }
  }

  @Test
  void withoutAnyBackupColleaguesGiveEverythingBack() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      // More than a stranger may say.
      var expected = talk(anna, jonas, "all", 25);
      jonas.messenger().changeProfile(p -> p.withDepartment("Design"));
      anna.quit();
      Files.delete(database(anna));
      anna.start();
      assertThat(told(anna, "database-emptied")).isNotNull();

      anna.awaitTexts(jonas, expected);
      assertThat(anna.peer(jonas).trust()).isEqualTo(Trust.KNOWN);
      awaitAllDelivered(anna, jonas);
      anna.messenger().changeProfile(p -> p.withDepartment("Sales"));
      jonas.await(
          "her profile's counter is above the one he knew",
          () -> jonas.peer(anna).profile().department().equals("Sales"));
      anna.say(jonas, "after");
      expected.add("after");
      jonas.awaitTexts(anna, expected);
    }
  }

  @Test
  void theDailyBackupIsMadeAndCanBeSwitchedOff() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      anna.messenger().archive().follow(() -> false, () -> 0);
      anna.messenger().archive().daily();
      assertThat(backups(anna)).isEmpty();
      anna.messenger().archive().follow(() -> true, () -> 0);
      anna.messenger().archive().daily();
      anna.messenger().archive().daily();
      assertThat(backups(anna)).hasSize(1);
    }
  }

  private static List<Path> backups(Desk desk) throws IOException {
    try (var files = Files.list(desk.profile().resolve("backups"))) {
      return files.toList();
    }
  }
}
