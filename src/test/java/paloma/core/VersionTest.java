package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.rig.Desk;
import paloma.rig.Rig;

/** A contact that was known to speak a later protocol version comes with today's. */
class VersionTest {
  @TempDir Path folder;

  @Test
  void aContactWithALowerVersionIsRefusedAndToldOnceAndNothingIsLost() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      anna.say(jonas, "hi");
      jonas.awaitTexts(anna, List.of("hi"));
      anna.quit();
      assertThat(version(anna, jonas.id())).isEqualTo(1);
      setVersion(anna, 2);

      anna.start();
      var told = anna.awaitNotice(Notice.ProblemArose.class, VersionTest::lowered);
      assertThat(told.problem().details()).containsExactly("Jonas");
      anna.awaitSees(jonas);
      var waiting = anna.say(jonas, "are you there?");
      // A second refusal in the same run: both sides hear each other anew and dial.
      rig.lan().cut(anna.id(), jonas.id());
      rig.lan().mend(anna.id(), jonas.id());
      var fromJonas = jonas.say(anna, "hello?");
      var clara = rig.desk("Clara");
      anna.awaitSees(clara);
      clara.awaitSees(anna);
      anna.say(clara, "you may");
      clara.awaitTexts(anna, List.of("you may"));
      assertThat(state(anna, waiting)).isEqualTo(Message.State.QUEUED);
      assertThat(state(jonas, fromJonas)).isEqualTo(Message.State.QUEUED);
      anna.quit();
      assertThat(anna.noticed(Notice.ProblemArose.class).stream().filter(VersionTest::lowered))
          .hasSize(1);
      assertThat(version(anna, jonas.id())).isEqualTo(2);

      setVersion(anna, 1);
      anna.start();
      anna.await("Jonas's text", () -> anna.texts(jonas).contains("hello?"));
      jonas.await("Anna's text", () -> jonas.texts(anna).contains("are you there?"));
    }
  }

  @Test
  void aStrangerMayComeWithALowerVersion() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      jonas.awaitSees(anna);
      jonas.say(anna, "one");
      anna.awaitTexts(jonas, List.of("one"));
      anna.quit();
      setVersion(anna, 2);
      anna.start();
      jonas.say(anna, "two");
      anna.awaitTexts(jonas, List.of("one", "two"));
      assertThat(anna.noticed(Notice.ProblemArose.class)).noneMatch(VersionTest::lowered);
    }
  }

  private static boolean lowered(Notice.ProblemArose notice) {
    return notice.problem().code().equals("version-lowered");
  }

  private static Message.State state(Desk desk, Message message) {
    return desk.messenger().delivery(message.id()).state();
  }

  private static int version(Desk desk, DeviceId of) throws SQLException {
    try (var database = DriverManager.getConnection(url(desk));
        var select = database.prepareStatement("SELECT version FROM device WHERE id = ?")) {
      select.setBytes(1, of.hash().bytes());
      return select.executeQuery().getInt(1);
    }
  }

  private static void setVersion(Desk desk, int version) throws SQLException {
    try (var database = DriverManager.getConnection(url(desk));
        var update = database.prepareStatement("UPDATE device SET version = ?")) {
      update.setInt(1, version);
      assertThat(update.executeUpdate()).isPositive();
    }
  }

  private static String url(Desk desk) {
    return "jdbc:sqlite:" + desk.profile().resolve("paloma.db");
  }
}
