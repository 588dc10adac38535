package paloma.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.work.Tasks;
import paloma.work.WoundTime;

class BackupsTest {
  @TempDir Path folder;
  private final WoundTime time = new WoundTime();

  private Path file() {
    return folder.resolve("paloma.db");
  }

  private Database open() throws IOException {
    var database = new Database(file(), new Tasks(time));
    database.start();
    return database;
  }

  private static List<String> names(Backups backups) throws IOException {
    return backups.newestFirst().stream().map(f -> f.getFileName().toString()).toList();
  }

  @Test
  void theThreeNewestDailyCopiesAreKeptAndTheyAreSound() throws Exception {
    try (var database = open()) {
      for (int day = 0; day < 5; day++) {
        time.pass(Duration.ofDays(1));
        assertThat(database.backups().make(time.now())).isTrue();
      }
      var backups = database.backups();
      assertThat(names(backups))
          .containsExactly(
              "paloma-20261129-080000.db",
              "paloma-20261128-080000.db",
              "paloma-20261127-080000.db");
      assertThat(backups.newest()).contains(time.now());
      for (var copy : backups.newestFirst()) assertThat(Damage.in(copy)).isEmpty();
    }
  }

  /** What lies in the folder and is no copy of ours is nobody's business. */
  @Test
  void foreignFilesAmongTheBackupsAreLeftAlone() throws Exception {
    try (var database = open()) {
      var foreign = folder.resolve("backups/paloma-mine.db");
      Files.writeString(foreign, "mine");
      for (int day = 0; day < 5; day++) {
        time.pass(Duration.ofDays(1));
        database.backups().make(time.now());
      }
      assertThat(foreign).hasContent("mine");
      assertThat(database.backups().newestFirst()).hasSize(Backups.KEPT);
    }
  }

  @Test
  void aMigrationLeavesOneCopyOfTheFormBeforeItBesideTheDailyOnes() throws Exception {
    formOne();
    try (var database = open()) {
      assertThat(names(database.backups())).containsExactly("paloma-20261124-080000-form1.db");
      assertThat(database.backups().newest()).isEmpty();
    }
    time.pass(Duration.ofDays(1));
    formOne();
    try (var database = open()) {
      database.backups().make(time.now());
      assertThat(names(database.backups()))
          .containsExactly("paloma-20261125-080000.db", "paloma-20261125-080000-form1.db");
    }
    Files.writeString(file(), "rubbish");
    Files.delete(folder.resolve("backups/paloma-20261125-080000.db"));
    try (var database = open()) {
      assertThat(database.condition().told().getFirst().code()).isEqualTo("database-restored");
      long transfers = database.read(tx -> tx.number("SELECT count(*) FROM transfer"));
      assertThat(transfers).isZero();
    }
  }

  private void formOne() throws IOException, SQLException {
    Files.deleteIfExists(file());
    try (var connection = Connections.open(file())) {
      Migrations.steps(connection, 0, 1);
    }
  }
}
