package paloma.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.LogId;
import paloma.model.MessageId;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** A database of the form before there were verbs loses nothing. */
class VerbsMigrationTest {
  private static final DeviceId ANNA = new DeviceId(new Hash(1, 0, 0, 0));
  private static final DeviceId BO = new DeviceId(new Hash(2, 0, 0, 0));
  private static final ConversationId TALK = ConversationId.between(ANNA, BO);
  private static final MessageId MESSAGE = new MessageId(3, 4);

  @TempDir Path folder;

  @Test
  void messagesStayAndWhatWasReadCountsAsTold() throws Exception {
    var file = folder.resolve("paloma.db");
    old(file);
    try (var time = new SystemTime();
        var tasks = new Tasks(time);
        var database = new Database(file, tasks)) {
      database.start();
      var row = database.read(tx -> new TimelineStore().find(tx, MESSAGE)).orElseThrow();
      assertThat(row.body()).containsExactly(7, 7);
      assertThat(row.recalled()).isFalse();
      assertThat(row.touched()).isFalse();
      var log = new LogId(TALK, BO, 5);
      assertThat(database.<Long>read(tx -> new MarkerStore().told(tx, log, ANNA))).isEqualTo(9);
      assertThat(database.<Integer>read(tx -> new TimelineStore().unread(tx, TALK, ANNA))).isZero();
    }
    try (var copies = Files.list(folder.resolve("backups"))) {
      assertThat(copies).as("the copy before the step").hasSize(1);
    }
  }

  private static void old(Path file) throws SQLException, IOException {
    try (var db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      run(db, "001-logs.sql");
      run(db, "002-transfers.sql");
      try (var statement = db.createStatement()) {
        statement.execute("PRAGMA user_version = 2");
      }
      put(db, "INSERT INTO conversation (id, kind) VALUES (?, 1)", TALK.bytes());
      put(
          db,
          "INSERT INTO log VALUES (?, ?, 5, 1, 9, ?, 9)",
          TALK.bytes(),
          BO.bytes(),
          Hash.ZERO.bytes());
      put(
          db,
          "INSERT INTO message VALUES (?, ?, ?, 5, 9, 9, 1, x'0707', 'words', 1, 1)",
          MESSAGE.bytes(),
          TALK.bytes(),
          BO.bytes());
      put(
          db,
          "INSERT INTO marker (conversation, author, epoch, reader, delivered, read)"
              + " VALUES (?, ?, 5, ?, 9, 9)",
          TALK.bytes(),
          BO.bytes(),
          ANNA.bytes());
    }
  }

  private static void put(Connection db, String sql, byte[]... values) throws SQLException {
    try (var statement = db.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) statement.setBytes(i + 1, values[i]);
      statement.executeUpdate();
    }
  }

  private static void run(Connection db, String script) throws SQLException, IOException {
    try (var in = Database.class.getResourceAsStream(script);
        var statement = db.createStatement()) {
      statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
