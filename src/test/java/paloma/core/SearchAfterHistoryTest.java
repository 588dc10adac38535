package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.archive.IpmsgSamples;
import paloma.archive.Restoring;
import paloma.archive.SealedBackup;
import paloma.identity.Identity;
import paloma.model.Body;
import paloma.model.Message;
import paloma.model.Query;
import paloma.rig.Desk;
import paloma.rig.Rig;
import paloma.settings.Language;
import paloma.settings.Words;
import paloma.store.OldForms;

/** Whatever happens to a history, a search finds what is in it now and nothing else. */
@Timeout(120)
class SearchAfterHistoryTest {
  private static final Instant AT = Instant.parse("2003-03-04T01:11:12Z");
  private static final char[] PASSPHRASE = "correct horse".toCharArray();

  @TempDir Path folder;

  private static List<String> found(Desk desk, String words) {
    return desk.messenger().search().messages(Query.words(words, 50)).stream()
        .map(m -> ((Body.Text) m.body()).text())
        .toList();
  }

  private static void delivered(Desk desk, Message message) throws InterruptedException {
    desk.messenger().awaitDelivery(message.id(), Message.State.DELIVERED, Duration.ofSeconds(10));
  }

  private static void awaitIndexed(Desk desk) throws InterruptedException {
    desk.await("the index has taken everything", () -> desk.messenger().search().waiting() == 0);
  }

  private static Path database(Desk desk) {
    return desk.profile().resolve("paloma.db");
  }

  @Test
  void whatIsLetGoIsFoundNoMore() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      delivered(anna, anna.say(jonas, "old plan of mine"));
      delivered(jonas, jonas.say(anna, "old plan of yours"));
      var log = Files.writeString(folder.resolve("ipmsg.log"), block("old plan of theirs"));
      anna.messenger().archive().importFrom("ipmsg", log, Optional.empty());
      assertThat(found(anna, "plan")).hasSize(3);

      var later = Instant.now().plus(Duration.ofDays(40));
      assertThat(anna.messenger().archive().expire(30, later)).isEqualTo(3);
      assertThat(found(anna, "plan")).isEmpty();
      delivered(jonas, jonas.say(anna, "new plan"));
      assertThat(found(anna, "plan")).containsExactly("new plan");
      anna.quit();
      assertThat(count(anna, "place")).as("nothing of the others is left").isEqualTo(1);
      assertThat(count(anna, "gram")).isEqualTo(1);
    }
  }

  @Test
  void whatIsImportedIsFoundAtOnce() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var log = folder.resolve("ipmsg.log");
      Files.write(log, block("おはようございます").getBytes(Charset.forName("windows-31j")));
      anna.messenger().archive().importFrom("ipmsg", log, Optional.empty());
      assertThat(found(anna, "おはよう")).containsExactly("おはようございます");

      var old = folder.resolve("ipmsg.db");
      var row = new IpmsgSamples.Row(AT.getEpochSecond(), 1, 0, "张伟", "PC1", "展台效果图终稿");
      IpmsgSamples.database(old, List.of(row));
      anna.messenger().archive().importFrom("ipmsg", old, Optional.empty());
      assertThat(found(anna, "效果图")).containsExactly("展台效果图终稿");

      var talk = anna.messenger().search().messages(Query.words("效果图", 1)).getFirst();
      var file = folder.resolve("talk.json");
      var words = Words.in(Language.EN);
      anna.messenger().archive().export(talk.conversation(), "json", file, words);
      var mia = rig.desk("Mia");
      mia.messenger().archive().importFrom("paloma", file, Optional.empty());
      assertThat(found(mia, "终稿")).containsExactly("展台效果图终稿");
    }
  }

  @Test
  void aBackupThatIsRestoredIsFoundAsItWas() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      anna.say(jonas, "plan one");
      var backup = folder.resolve("anna.backup");
      Identity.openOrCreate(anna.profile().resolve("identity.p12"));
      anna.messenger().archive().backup(backup, PASSPHRASE);
      jonas.quit();
      anna.awaitMisses(jonas);
      anna.say(jonas, "plan two");
      anna.quit();

      new Restoring(anna.profile(), Instant.now()).from(backup, PASSPHRASE);
      anna.start();
      assertThat(found(anna, "plan")).containsExactly("plan one");
      assertThat(anna.messenger().search().waiting()).isZero();
    }
  }

  @Test
  void aBackupOfAnOlderFormIsIndexedWhenItIsRestored() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      anna.say(jonas, "plan one");
      jonas.quit();
      anna.awaitMisses(jonas);
      anna.quit();
      var old = folder.resolve("old.db");
      OldForms.write(database(anna), old, 2);
      var backup = folder.resolve("anna.backup");
      Identity.openOrCreate(anna.profile().resolve("identity.p12"));
      SealedBackup.write(backup, PASSPHRASE, old, anna.profile(), Instant.now());
      anna.start();
      anna.say(jonas, "plan two");
      anna.quit();

      new Restoring(anna.profile(), Instant.now()).from(backup, PASSPHRASE);
      anna.start();
      awaitIndexed(anna);
      assertThat(found(anna, "plan")).containsExactly("plan one");
    }
  }

  @Test
  void whatABackupAndColleaguesGiveBackIsFound() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      delivered(anna, anna.say(jonas, "plan one"));
      anna.messenger().archive().backupNow();
      delivered(jonas, jonas.say(anna, "plan two"));
      anna.quit();
      Files.writeString(database(anna), "a disk gave this back");
      anna.start();

      anna.awaitTexts(jonas, List.of("plan one", "plan two"));
      assertThat(found(anna, "plan")).containsExactly("plan two", "plan one");
    }
  }

  @Test
  void anIndexThatIsDamagedIsMadeAnewFromTheRows() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      delivered(anna, anna.say(jonas, "plan one"));
      anna.quit();
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database(anna));
          var statement = connection.createStatement()) {
        statement.execute("DELETE FROM gram_data");
      }
      anna.start();

      anna.await("it is found again", () -> found(anna, "plan").equals(List.of("plan one")));
      assertThat(anna.texts(jonas)).containsExactly("plan one");
    }
  }

  private static long count(Desk desk, String table) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database(desk));
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      return row.getLong(1);
    }
  }

  private static String block(String text) {
    var from = "From: 田中 (PC7/192.168.0.7)";
    return IpmsgSamples.block(from, AT, ZoneId.systemDefault(), "", text);
  }
}
