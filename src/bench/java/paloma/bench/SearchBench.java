package paloma.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import paloma.identity.Identity;
import paloma.log.BoardRows;
import paloma.log.Facts;
import paloma.log.GroupLedger;
import paloma.log.OwnLogs;
import paloma.log.Rows;
import paloma.log.Timeline;
import paloma.log.VerbRows;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MessageId;
import paloma.model.Query;
import paloma.model.Signing;
import paloma.store.BoardStore;
import paloma.store.Database;
import paloma.store.GroupStore;
import paloma.store.LogStore;
import paloma.store.LookStore;
import paloma.store.MarkerStore;
import paloma.store.OwnStore;
import paloma.store.SearchStore;
import paloma.store.TimelineStore;
import paloma.store.VerbStore;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** The first page of a search among a million messages, and how fast more are said. */
final class SearchBench implements Benchmarks.Bench {
  private static final int MESSAGES = Integer.getInteger("bench.messages", 1_000_000);
  private static final int CONVERSATIONS = 300;
  private static final int A_COMMIT = 5_000;
  private static final int PAGE = 50;
  private static final int WORDS = 40;
  private static final int SAID = Integer.getInteger("bench.said", 40_000);
  private static final int AT_ONCE = 512;
  private static final String SCAN = "every row compared (LIKE)";

  private final Chatter chatter = new Chatter(1);
  private final List<Person> people = new ArrayList<>();

  /** Somebody else in the office and the conversation with them. */
  private record Person(DeviceId id, ConversationId talk) {}

  @Override
  public void run(Table table) throws Exception {
    var folder = Files.createTempDirectory("search");
    try (var tasks = new Tasks(new SystemTime());
        var database = new Database(folder.resolve("paloma.db"), tasks)) {
      database.start();
      measure(table, database, folder.resolve("paloma.db"));
    } finally {
      try (var files = Files.list(folder)) {
        for (var file : files.toList()) Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private void measure(Table table, Database database, Path file) throws Exception {
    var us = Identity.generate();
    var rows = new TimelineStore();
    var search = new SearchStore();
    var logs = new LogStore();
    var verbs = new VerbRows(new VerbStore(), logs);
    var timeline =
        new Timeline(
            database,
            rows,
            search,
            logs,
            new MarkerStore(),
            new Facts(verbs, logs),
            new LookStore(),
            us.id());
    for (int i = 0; i < CONVERSATIONS; i++) {
      var id = Identity.generate().id();
      var talk = ConversationId.between(us.id(), id);
      people.add(new Person(id, talk));
      database.write(tx -> {
        logs.addConversation(tx, talk, LogStore.ONE_TO_ONE, List.of(us.id(), id));
        return null;
      });
    }
    long begun = System.nanoTime();
    for (int i = 0; i < MESSAGES; i += A_COMMIT) add(database, rows, search, us.id(), i);
    System.out.printf("  filled in %.0f s, %d MiB%n", since(begun), Files.size(file) >> 20);
    ask(table, timeline, file, "1 Chinese character", chatter.characters(WORDS));
    ask(table, timeline, file, "2 Chinese characters", chatter.chineseOf(2, WORDS));
    ask(table, timeline, file, "3 Chinese characters", chatter.chineseOf(3, WORDS));
    ask(table, timeline, file, "an English word", chatter.englishWords(WORDS));
    var made = new Rows(rows, verbs, new BoardRows(new BoardStore(), logs), new SystemTime());
    var ledger = new GroupLedger(logs, new GroupStore(), made, us.id());
    say(
        table,
        database,
        new OwnLogs(database, logs, made, ledger, new OwnStore(), signing(us), new SystemTime()),
        search);
  }

  private void add(
      Database database, TimelineStore rows, SearchStore search, DeviceId us, int from) {
    database.write(tx -> {
      for (int i = from; i < from + A_COMMIT; i++) {
        var person = people.get(chatter.zipf(CONVERSATIONS));
        var author = chatter.below(2) == 0 ? us : person.id();
        var id = MessageId.random();
        var text = chatter.next();
        var shown = Instant.ofEpochSecond(1_700_000_000L + 60L * i);
        var log = new LogId(person.talk(), author, 1);
        var body = paloma.log.BodyCodec.encode(new Body.Text(id, text));
        rows.add(tx, id, log, i, i, Body.TEXT, body, text, shown, shown);
      }
      search.flush(tx);
      return null;
    });
  }

  private void ask(Table table, Timeline timeline, Path file, String what, List<String> words) {
    var all = new ArrayList<Double>();
    var inside = new ArrayList<Double>();
    var scan = new ArrayList<Double>();
    for (int round = 0; round < Benchmarks.ROUNDS; round++) {
      for (var word : words) {
        all.add(time(word, () -> timeline.messages(Query.words(word, PAGE)).size()));
        var talk = people.get(chatter.zipf(CONVERSATIONS)).talk();
        inside.add(time(word, () -> timeline.messages(Query.words(word, PAGE).in(talk)).size()));
      }
    }
    for (int i = 0; i < words.size(); i += 8) {
      var word = words.get(i);
      scan.add(time(word, () -> scan(file, word)));
    }
    table.add("search, " + what, both(all), both(scan), SCAN);
    table.add("the same in one conversation", both(inside), "", "");
  }

  private static double time(String word, java.util.function.IntSupplier asked) {
    long begun = System.nanoTime();
    int found = asked.getAsInt();
    double millis = since(begun) * 1000;
    if (Boolean.getBoolean("bench.slow") && millis > 30) {
      System.out.printf("  %s: %d in %.0f ms%n", word, found, millis);
    }
    return millis;
  }

  /** What a database without an index does. */
  private static int scan(Path file, String word) {
    var sql = "SELECT id FROM message WHERE words LIKE ? ORDER BY shown_time DESC LIMIT ?";
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, "%" + word + "%");
      statement.setInt(2, PAGE);
      int found = 0;
      try (var rows = statement.executeQuery()) {
        while (rows.next()) found++;
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String both(List<Double> values) {
    return "p50 "
        + Table.number(Table.median(values), "ms")
        + ", p95 "
        + Table.number(Table.percentile(values, 95), "ms");
  }

  private void say(Table table, Database database, OwnLogs own, SearchStore search)
      throws Exception {
    own.start();
    double without = said(own);
    database.beforeCommit(search::flush);
    double with = said(own);
    table.add(
        "events said a second, found at once",
        Table.number(with, "/s"),
        Table.number(without, "/s"),
        "the same without the index");
  }

  private double said(OwnLogs own) {
    long begun = System.nanoTime();
    var waiting = new ArrayList<CompletableFuture<?>>();
    for (int i = 0; i < SAID; i++) {
      var talk = people.get(chatter.zipf(CONVERSATIONS)).talk();
      waiting.add(own.append(talk, new Body.Text(MessageId.random(), chatter.next())));
      if (waiting.size() == AT_ONCE) {
        waiting.removeFirst().join();
      }
    }
    waiting.forEach(CompletableFuture::join);
    return SAID / since(begun);
  }

  private static Signing signing(Identity us) {
    return new Signing() {
      @Override
      public DeviceId ourselves() {
        return us.id();
      }

      @Override
      public byte[] sign(String context, byte[] bytes) {
        return us.sign(context, bytes);
      }

      @Override
      public boolean verify(DeviceId device, String context, byte[] bytes, byte[] signature) {
        return true;
      }
    };
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
