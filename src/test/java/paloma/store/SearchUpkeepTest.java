package paloma.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MessageId;
import paloma.model.Query;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** The index follows the rows, whoever changes them and whatever becomes of it. */
class SearchUpkeepTest {
  private static final DeviceId ANNA = DeviceId.ofKey(new byte[] {1});
  private static final DeviceId BO = DeviceId.ofKey(new byte[] {2});
  private static final ConversationId TALK = ConversationId.between(ANNA, BO);
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final String REWORD = "UPDATE message SET words = ? WHERE id = ?";
  private static final String DELETE = "DELETE FROM message WHERE id = ?";

  @TempDir Path folder;
  private final Tasks tasks = new Tasks(new SystemTime());
  private SearchStore search;
  private Database database;
  private int said;

  @BeforeEach
  void open() throws Exception {
    search = new SearchStore();
    database = new Database(folder.resolve("paloma.db"), tasks);
    database.start();
    database.beforeCommit(search::flush);
  }

  @AfterEach
  void close() {
    database.close();
    tasks.close();
  }

  private MessageId say(String words) {
    return database.write(tx -> add(tx, words));
  }

  /** All at the same time: their numbers in the index are as close as can be. */
  private MessageId add(Tx tx, String words) {
    var id = MessageId.random();
    int n = ++said;
    var log = new LogId(TALK, BO, 1);
    new TimelineStore().add(tx, id, log, n, n, Body.TEXT, new byte[0], words, NOON, NOON);
    return id;
  }

  private List<MessageId> find(String words) {
    return database.read(tx -> search.find(tx, Query.words(words, 50)));
  }

  /** Rows of the index, those of which nobody knows any more as well. */
  private List<Long> sizes() {
    return database.read(tx ->
        List.of(
            tx.number("SELECT count(*) FROM place"),
            tx.number("SELECT count(*) FROM gram"),
            tx.number("SELECT count(*) FROM index_change")));
  }

  private void catchUp() {
    while (database.<Integer>write(tx -> search.catchUp(tx, 4)) > 0) {}
  }

  @Test
  void aNumberThatBecameFreeFindsOnlyWhoHasItNow() {
    say("first");
    var gone = say("leaves soon");
    var heir =
        database.write(tx -> {
          tx.update(DELETE, gone);
          return add(tx, "came instead");
        });

    assertThat(find("leaves")).isEmpty();
    assertThat(find("instead")).containsExactly(heir);
    assertThat(sizes()).containsExactly(2L, 2L, 0L);
  }

  @Test
  void whatComesAndChangesAndGoesWithinOneCommitIsFoundAsItEnds() {
    var ids = new ArrayList<MessageId>();
    database.write(tx -> {
      for (var word : List.of("stays", "old", "gone")) ids.add(add(tx, "it " + word));
      tx.update(REWORD, "it new", ids.get(1));
      tx.update(REWORD, "it newer", ids.get(1));
      return tx.update(DELETE, ids.get(2));
    });

    assertThat(find("it")).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
    assertThat(find("newer")).containsExactly(ids.get(1));
    assertThat(find("old")).isEmpty();
    assertThat(sizes()).containsExactly(2L, 2L, 0L);
  }

  @Test
  void wordsThatAreTakenBackAreInNoPartOfTheIndex() {
    var secret = say("secret");
    database.write(tx -> tx.update(REWORD, "", secret));

    assertThat(find("secret")).isEmpty();
    assertThat(sizes()).containsExactly(0L, 0L, 0L);
    database.write(tx -> tx.update(REWORD, "said again", secret));
    assertThat(find("again")).containsExactly(secret);
  }

  @Test
  void rowsThatWaitForTheIndexChangeAndGoLikeOthers() {
    var changed = say("old words");
    var gone = say("old rows");
    database.write(tx -> {
      tx.update("UPDATE message SET place = NULL");
      tx.update("DELETE FROM place");
      return tx.update("DELETE FROM gram");
    });
    database.write(tx -> {
      tx.update(DELETE, gone);
      return tx.update(REWORD, "new words", changed);
    });
    catchUp();

    assertThat(find("old")).isEmpty();
    assertThat(find("words")).containsExactly(changed);
    assertThat(sizes()).containsExactly(1L, 1L, 0L);
  }

  @Test
  void aBrokenIndexHoldsNoCommitUpAndIsMadeAnew() throws Exception {
    var before = say("before");
    breakIndex();
    var later = say("after");
    var gone = say("gone");
    database.write(tx -> tx.update(DELETE, gone));
    database.write(tx -> tx.update(REWORD, "before and changed", before));
    assertThat(database.<Long>read(tx -> tx.number("SELECT count(*) FROM message"))).isEqualTo(2);

    search = new SearchStore();
    assertThat(database.<Boolean>write(search::mend)).isTrue();
    catchUp();
    assertThat(find("changed")).containsExactly(before);
    assertThat(find("after")).containsExactly(later);
    assertThat(sizes()).containsExactly(2L, 2L, 0L);
    assertThat(database.<Boolean>write(search::mend)).as("once").isFalse();
  }

  @Test
  void anIndexThatIsFoundDamagedCostsNoMessage() throws Exception {
    var before = say("before");
    assertThat(database.backups().make(NOON)).isTrue();
    var later = say("since the backup");
    database.close();
    breakIndex();

    open();
    assertThat(database.condition().told()).isEmpty();
    assertThat(database.<Boolean>write(search::mend)).isTrue();
    catchUp();
    assertThat(find("before")).containsExactly(before);
    assertThat(find("since")).containsExactly(later);
    database.close();
    open();
    assertThat(database.<Boolean>write(search::mend)).as("once").isFalse();
  }

  @Test
  void anOlderBackupInThePlaceOfTheDatabaseIsIndexedByWhatItHolds() throws Exception {
    var old = say("old words");
    database.close();
    var file = folder.resolve("paloma.db");
    var backup = folder.resolve("backup.db");
    OldForms.write(file, backup, 2);
    open();
    say("newer words");
    database.close();

    assertThat(Spare.prepare(backup, NOON)).isEqualTo(new Spare.Ready(1));
    java.nio.file.Files.move(backup, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    open();
    catchUp();
    assertThat(find("words")).containsExactly(old);
    assertThat(sizes()).containsExactly(1L, 1L, 0L);
  }

  private void breakIndex() throws Exception {
    try (var connection = Connections.open(folder.resolve("paloma.db"))) {
      new Tx(connection).update("DELETE FROM gram_data");
    }
  }
}
