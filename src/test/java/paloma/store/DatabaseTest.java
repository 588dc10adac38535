package paloma.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.ProblemException;
import paloma.work.Stopped;
import paloma.work.SystemTime;
import paloma.work.Tasks;

class DatabaseTest {
  /** What SQLite calls its promises about the disk. */
  private static final long NORMAL = 1;

  private static final long FULL = 2;

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() throws Exception {
    database = new Database(folder.resolve("paloma.db"), new Tasks(new SystemTime()));
    database.start();
    database.write(tx -> tx.update("CREATE TABLE note (text TEXT UNIQUE)"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatIsWaitedForWaitsForTheDiskAndTheRestDoesNot() {
    assertThat(database.write(DatabaseTest::promise)).isEqualTo(FULL);
    assertThat(database.writeRelaxed(DatabaseTest::promise).join()).isEqualTo(NORMAL);
    assertThat(database.writeRelaxed(DatabaseTest::promise).join()).isEqualTo(NORMAL);
    assertThat(database.write(DatabaseTest::promise)).isEqualTo(FULL);
  }

  @Test
  void oneThatIsWaitedForMakesTheWholeCommitDurable() throws Exception {
    var go = holdTheWriter();
    var relaxed = database.writeRelaxed(DatabaseTest::promise);
    var durable = database.writeLater(DatabaseTest::promise);
    go.countDown();

    assertThat(List.of(relaxed.get(), durable.get())).containsOnly(FULL);
  }

  @Test
  void aWriteThatFailsTakesNoOtherOfItsCommitAlong() throws Exception {
    var go = holdTheWriter();
    var before = database.writeLater(tx -> insert(tx, "a"));
    var twice =
        database.writeLater(tx -> {
          insert(tx, "b");
          return insert(tx, "a");
        });
    var after = database.writeLater(tx -> insert(tx, "c"));
    go.countDown();

    assertThat(before.get() + after.get()).isEqualTo(2);
    assertThatThrownBy(() -> Database.await(twice)).isInstanceOf(ProblemException.class);
    assertThat(database.read(DatabaseTest::notes)).containsExactly("a", "c");
  }

  @Test
  void whatWasQueuedIsThereAfterClosing() throws Exception {
    var go = holdTheWriter();
    database.writeBehind(tx -> insert(tx, "relaxed"));
    var durable = database.writeLater(tx -> insert(tx, "durable"));
    go.countDown();
    database.close();

    assertThat(durable.get()).isEqualTo(1);
    assertThatThrownBy(() -> database.write(tx -> insert(tx, "late"))).isInstanceOf(Stopped.class);
    try (var again = new Database(folder.resolve("paloma.db"), new Tasks(new SystemTime()))) {
      again.start();
      assertThat(again.read(DatabaseTest::notes)).containsExactly("relaxed", "durable");
    }
  }

  /** What is queued until the latch falls goes into one commit. */
  private CountDownLatch holdTheWriter() throws InterruptedException {
    var held = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    database.writeBehind(tx -> {
      held.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return null;
    });
    held.await();
    return go;
  }

  private static long promise(Tx tx) {
    return tx.number("PRAGMA synchronous");
  }

  private static int insert(Tx tx, String text) {
    return tx.update("INSERT INTO note VALUES (?)", text);
  }

  private static List<String> notes(Tx tx) {
    return tx.list("SELECT text FROM note ORDER BY rowid", row -> row.getString(1));
  }
}
