package paloma.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

class SearchStoreTest {
  private static final DeviceId ANNA = DeviceId.ofKey(new byte[] {1});
  private static final DeviceId BO = DeviceId.ofKey(new byte[] {2});
  private static final DeviceId CLEO = DeviceId.ofKey(new byte[] {3});
  private static final ConversationId WITH_BO = ConversationId.between(ANNA, BO);
  private static final ConversationId WITH_CLEO = ConversationId.between(ANNA, CLEO);
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;
  private final TimelineStore rows = new TimelineStore();
  private final Map<MessageId, String> texts = new HashMap<>();
  private final Tasks tasks = new Tasks(new SystemTime());
  private SearchStore search = new SearchStore();
  private Database database;
  private int said;

  @BeforeEach
  void open() throws Exception {
    database = new Database(folder.resolve("paloma.db"), tasks);
    database.start();
    database.beforeCommit(search::flush);
  }

  @AfterEach
  void close() {
    database.close();
    tasks.close();
  }

  @Test
  void wordsOfOneTwoAndThreeChineseCharactersAreFound() {
    say("展台效果图终稿");
    say("台湾的展览");
    say("会议室在三楼");

    assertThat(find("展")).containsExactly("台湾的展览", "展台效果图终稿");
    assertThat(find("展台")).containsExactly("展台效果图终稿");
    assertThat(find("会议室")).containsExactly("会议室在三楼");
    assertThat(find("台展")).isEmpty();
    assertThat(find("议室三")).isEmpty();
  }

  @Test
  void pairsThatStandApartAreNoWord() {
    say("会议 和 议室");

    assertThat(find("会议室")).isEmpty();
  }

  @Test
  void japaneseAndKoreanAreFound() {
    say("来週のミーティングをお願いします");
    say("회의실은 삼층");

    assertThat(find("ミーティング")).hasSize(1);
    assertThat(find("の")).hasSize(1);
    assertThat(find("회의")).hasSize(1);
    assertThat(find("ﾐｰﾃｨﾝｸﾞ")).hasSize(1);
  }

  @Test
  void englishIsFoundInsideWordsAndShortPiecesWhereWordsBegin() {
    say("The Q3Report-final is OK");
    say("look at the announcement");

    assertThat(find("report")).containsExactly("The Q3Report-final is OK");
    assertThat(find("NOUNCE")).containsExactly("look at the announcement");
    assertThat(find("ok")).containsExactly("The Q3Report-final is OK");
    assertThat(find("q")).containsExactly("The Q3Report-final is OK");
    assertThat(find("port-fin")).containsExactly("The Q3Report-final is OK");
    assertThat(find("announcements")).isEmpty();
  }

  @Test
  void widthAndCaseDoNotMatterAndMixedWordsAreFound() {
    say("Ｐａｌｏｍａ版本２已发布");

    assertThat(find("paloma")).hasSize(1);
    assertThat(find("PALOMA版本2")).hasSize(1);
    assertThat(find("２已")).hasSize(1);
  }

  @Test
  void allWordsMustOccurWhereverTheyStand() {
    say("budget for the 展台");
    say("budget");

    assertThat(find("展台 budget")).containsExactly("budget for the 展台");
    assertThat(find("budget lunch")).isEmpty();
  }

  @Test
  void emojiAreFound() {
    say("收到👍🏽");
    say("❤️");

    assertThat(find("👍🏽")).containsExactly("收到👍🏽");
    assertThat(find("👍")).containsExactly("收到👍🏽");
    assertThat(find("❤")).containsExactly("❤️");
    assertThat(find("🎉")).isEmpty();
  }

  @Test
  void marksAndOperatorsAreNothingButText() {
    say("100% of \"it\" is a_b OR c* NEAR(d)");
    say("100 of it");

    for (var word : List.of("%", "100%", "\"it\"", "\"", "a_b", "_", "c*", "*", "near(", "OR")) {
      assertThat(find(word)).as(word).hasSize(1);
    }
    for (var word : List.of("'", "a%b", "^", "{", "it\" AND", "NOT", "in:", "kind1", "gram:x")) {
      assertThat(find(word)).as(word).isEmpty();
    }
    assertThat(find("   ")).isEmpty();
    assertThat(find("\u0000")).isEmpty();
  }

  @Test
  void filtersLeaveOnlyWhatTheySay() {
    var first = say(WITH_BO, BO, Body.TEXT, "plan one", NOON);
    say(WITH_BO, ANNA, Body.OFFER, "plan two.pdf", NOON.plusSeconds(60));
    say(WITH_CLEO, CLEO, Body.TEXT, "plan three", NOON.plusSeconds(120));
    var plan = Query.words("plan", 50);

    assertThat(find(plan.in(WITH_BO))).containsExactly("plan two.pdf", "plan one");
    assertThat(find(plan.from(CLEO))).containsExactly("plan three");
    assertThat(find(plan.kind("files"))).containsExactly("plan two.pdf");
    assertThat(find(plan.kind("text").in(WITH_BO))).containsExactly("plan one");
    assertThat(find(plan.since(NOON.plusSeconds(60))))
        .containsExactly("plan three", "plan two.pdf");
    var until = new Query(null, null, "plan", null, NOON.plusSeconds(60), null, null, 50);
    assertThat(find(until)).containsExactly("plan one");
    assertThat(find(new Query(null, null, "plan", null, null, first, null, 50))).isEmpty();
  }

  @Test
  void pagesGoBackAndForthAndMissNothing() {
    var ids = new ArrayList<MessageId>();
    for (int i = 0; i < 25; i++) {
      // Several of the same instant: none may be lost between two pages.
      ids.add(say(WITH_BO, BO, Body.TEXT, "page " + i, NOON.plusSeconds(i / 5)));
    }
    var seen = new ArrayList<MessageId>();
    for (MessageId before = null; ; before = seen.getLast()) {
      var query = new Query(null, null, "page", null, null, before, null, 7);
      var page = database.read(tx -> search.find(tx, query));
      if (page.isEmpty()) break;
      seen.addAll(page);
    }
    assertThat(seen).isEqualTo(ids.reversed());
    var next = new Query(null, null, "page", null, null, null, ids.get(3), null, 2);
    List<MessageId> after = database.read(tx -> search.find(tx, next));
    assertThat(after).containsExactly(ids.get(5), ids.get(4));
  }

  @Test
  void theNewestComeFirstHoweverLateTheyArrived() {
    say(WITH_BO, BO, Body.TEXT, "plan b", NOON.plusSeconds(5));
    say(WITH_BO, BO, Body.TEXT, "plan a", NOON);
    say(WITH_BO, BO, Body.TEXT, "plan of a clock gone mad", Instant.ofEpochMilli(Long.MAX_VALUE));
    say(WITH_BO, BO, Body.TEXT, "plan of the past", Instant.ofEpochMilli(-5));

    assertThat(find("plan"))
        .containsExactly("plan of a clock gone mad", "plan b", "plan a", "plan of the past");
  }

  @Test
  void whatIsDeletedIsNotFoundAndWhatIsRewordedIsFoundByItsNewWords() {
    var gone = say("secret plan");
    var edited = say("old plan");
    database.write(tx -> {
      tx.update("DELETE FROM message WHERE id = ?", gone);
      return tx.update("UPDATE message SET words = 'Ｎew plan' WHERE id = ?", edited);
    });

    assertThat(find("plan")).containsExactly("old plan");
    assertThat(find("secret")).isEmpty();
    assertThat(find("old")).isEmpty();
    assertThat(find("new")).hasSize(1);
    assertThat(waiting()).isZero();
  }

  @Test
  void whatAFailedWriteSaidIsNotFound() {
    var failed =
        database.writeLater(tx -> {
          add(tx, WITH_BO, BO, Body.TEXT, "never said", NOON);
          throw new IllegalStateException("on purpose");
        });

    assertThat(failed).failsWithin(java.time.Duration.ofSeconds(20));
    say("said");
    assertThat(find("said")).containsExactly("said");
  }

  @Test
  void aDatabaseOfFormTwoKeepsAllAndIsIndexedBitByBitTheNewestFirst() throws Exception {
    say("Ｏｌｄ展台");
    for (int i = 0; i < 10; i++) say("message " + i);
    asFormTwo();

    assertThat(waiting()).isEqualTo(11);
    assertThat(find("message")).isEmpty();
    say("message of today");
    assertThat(find("message")).containsExactly("message of today");
    assertThat(database.<Integer>write(tx -> search.catchUp(tx, 4))).isEqualTo(4);
    assertThat(find("message")).hasSize(5).contains("message 9", "message 6");
    while (database.<Integer>write(tx -> search.catchUp(tx, 4)) > 0) {}
    assertThat(waiting()).isZero();
    assertThat(find("message")).hasSize(11);
    assertThat(find("old展")).containsExactly("Ｏｌｄ展台");
    try (var backups = Files.list(folder.resolve("backups"))) {
      assertThat(backups).singleElement().asString().endsWith("-form2.db");
    }
  }

  /** Puts a database of form two with the same messages in the place of this one. */
  private void asFormTwo() throws Exception {
    database.close();
    var file = folder.resolve("paloma.db");
    var old = folder.resolve("old.db");
    OldForms.write(file, old, 2);
    try (var connection = Connections.open(old)) {
      // The index has changed what it looks through.
      for (var said : texts.entrySet()) {
        new Tx(connection)
            .update("UPDATE message SET words = ? WHERE id = ?", said.getValue(), said.getKey());
      }
    }
    Files.move(old, file, StandardCopyOption.REPLACE_EXISTING);
    search = new SearchStore();
    open();
  }

  private MessageId say(String text) {
    return say(WITH_BO, BO, Body.TEXT, text, NOON.plusSeconds(said));
  }

  private MessageId say(ConversationId in, DeviceId by, int kind, String text, Instant at) {
    return database.write(tx -> add(tx, in, by, kind, text, at));
  }

  private MessageId add(Tx tx, ConversationId in, DeviceId by, int kind, String text, Instant at) {
    var id = MessageId.random();
    int n = ++said;
    rows.add(tx, id, new LogId(in, by, 1), n, n, kind, new byte[0], text, at, at);
    texts.put(id, text);
    return id;
  }

  private int waiting() {
    return database.read(search::waiting);
  }

  private List<String> find(String words) {
    return find(Query.words(words, 50));
  }

  private List<String> find(Query query) {
    return database.read(tx -> search.find(tx, query)).stream().map(texts::get).toList();
  }
}
