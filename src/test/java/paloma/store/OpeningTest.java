package paloma.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paloma.model.Problem;
import paloma.work.Tasks;
import paloma.work.WoundTime;

/** Real files, really damaged. */
class OpeningTest {
  private static final List<String> SUFFIXES = List.of("", "-wal", ".open");

  @TempDir Path folder;
  private final WoundTime time = new WoundTime();
  private Path file;

  @BeforeEach
  void aDatabaseOfYesterdayWithABackup() throws Exception {
    file = folder.resolve("paloma.db");
    try (var database = open()) {
      put(database, "epoch/one", 7);
      for (int i = 0; i < 400; i++) put(database, "old" + i, i);
      assertThat(database.backups().make(time.now())).isTrue();
      time.pass(Duration.ofDays(1));
      put(database, "new", 1);
    }
  }

  private Database open() throws IOException {
    var database = new Database(file, new Tasks(time));
    database.start();
    return database;
  }

  private static void put(Database database, String name, int value) {
    database.write(tx -> {
      new OwnStore().set(tx, name, ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
      return null;
    });
  }

  private static boolean has(Database database, String name) {
    return database.read(tx -> new OwnStore().value(tx, name)).isPresent();
  }

  private static List<String> told(Database database) {
    return database.condition().told().stream().map(Problem::code).toList();
  }

  private List<String> aside() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.contains(".damaged-"))
          .sorted()
          .toList();
    }
  }

  private static void flip(Path file, long at, int mask) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var one = ByteBuffer.allocate(1);
      channel.read(one, at);
      one.put(0, (byte) (one.get(0) ^ mask)).flip();
      channel.write(one, at);
    }
  }

  private static void cut(Path file, long to) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(to);
    }
  }

  @Test
  void aSoundDatabaseTellsNothingAndKeepsNothingAside() throws Exception {
    try (var database = open()) {
      assertThat(told(database)).isEmpty();
      assertThat(has(database, "new")).isTrue();
      assertThat(has(database, "epoch/one")).isTrue();
    }
    assertThat(aside()).isEmpty();
    assertThat(Opening.marker(file)).doesNotExist();
  }

  @Test
  void whatIsNoDatabaseIsKeptAsideAndTheBackupTakesItsPlace() throws Exception {
    var rubbish = new byte[40_000];
    new Random(1).nextBytes(rubbish);
    Files.write(file, rubbish);
    try (var database = open()) {
      assertThat(told(database)).containsExactly("database-restored");
      var details = database.condition().told().getFirst().details();
      assertThat(details.getFirst()).matches("2026-11-24 \\d\\d:\\d\\d");
      assertThat(folder.resolve(details.get(1))).hasBinaryContent(rubbish);
      assertThat(has(database, "old399")).isTrue();
      assertThat(has(database, "new")).isFalse();
    }
    try (var database = open()) {
      assertThat(told(database)).as("once").isEmpty();
      assertThat(has(database, "old399")).isTrue();
    }
  }

  @Test
  void logsOfADatabaseThatWasPutBackGoOnInNewEpochsAndCountersRise() throws Exception {
    Files.writeString(file, "no database");
    try (var database = open()) {
      assertThat(has(database, "epoch/one")).isFalse();
      long next = database.write(tx -> new OwnStore().next(tx, "boot"));
      assertThat(next).isGreaterThan(time.now().getEpochSecond());
      assertThat(database.read(new OwnStore()::renewed)).isEqualTo(time.now().getEpochSecond());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 100, 4096, 10_000})
  void aTruncatedDatabaseIsRestored(long bytes) throws Exception {
    cut(file, bytes);
    try (var database = open()) {
      assertThat(told(database)).containsExactly("database-restored");
      assertThat(has(database, "old399")).isTrue();
    }
    assertThat(aside()).hasSize(1);
  }

  @Test
  void aMissingDatabaseIsRestored() throws Exception {
    Files.delete(file);
    try (var database = open()) {
      assertThat(told(database)).containsExactly("database-restored");
      assertThat(has(database, "old399")).isTrue();
    }
  }

  @Test
  void flippedBytesNeverLoseWhatTheBackupHasAndAreNeverSilentWhenRowsAreGone() throws Exception {
    var whole = Files.readAllBytes(file);
    int restored = 0;
    for (int seed = 0; seed < 25; seed++) {
      Files.write(file, whole);
      var random = new Random(seed);
      for (int i = 0; i < 40; i++) {
        flip(file, random.nextLong(whole.length), 1 + random.nextInt(255));
      }
      try (var database = open()) {
        var codes = told(database);
        if (codes.isEmpty()) continue;
        assertThat(codes).as("seed " + seed).containsExactly("database-restored");
        for (int i = 0; i < 400; i += 57) assertThat(has(database, "old" + i)).isTrue();
        restored++;
      }
    }
    assertThat(restored).isGreaterThan(15);
  }

  @Test
  void aBackupThatIsDamagedTooIsPassedOverForAnOlderOne() throws Exception {
    try (var database = open()) {
      time.pass(Duration.ofDays(1));
      put(database, "newer", 1);
      database.backups().make(time.now());
    }
    cut(new Backups(file).newestFirst().getFirst(), 9000);
    Files.delete(file);
    try (var database = open()) {
      assertThat(told(database)).containsExactly("database-restored");
      assertThat(has(database, "old399")).isTrue();
      assertThat(has(database, "newer")).isFalse();
    }
  }

  @Test
  void whereEveryBackupFailsAnEmptyDatabaseStartsAndSaysSo() throws Exception {
    Files.writeString(new Backups(file).newestFirst().getFirst(), "rubbish");
    Files.writeString(file, "rubbish");
    try (var database = open()) {
      assertThat(told(database)).containsExactly("database-emptied");
      assertThat(has(database, "old399")).isFalse();
      put(database, "works", 1);
      assertThat(database.read(new OwnStore()::renewed)).isPositive();
    }
    try (var database = open()) {
      assertThat(told(database)).as("once").isEmpty();
      assertThat(has(database, "works")).isTrue();
    }
    assertThat(aside()).hasSize(1);
  }

  /** The files as a process that was killed leaves them. */
  private void killed() throws IOException {
    var copy = Files.createDirectory(folder.resolve("copy"));
    try (var database = open()) {
      for (int i = 0; i < 10; i++) put(database, "late" + i, i);
      for (var suffix : SUFFIXES) {
        Files.copy(folder.resolve("paloma.db" + suffix), copy.resolve("paloma.db" + suffix));
      }
    }
    Files.delete(file);
    for (var suffix : SUFFIXES) {
      Files.copy(copy.resolve("paloma.db" + suffix), folder.resolve("paloma.db" + suffix));
    }
  }

  @Test
  void afterAKillNothingIsToldAndNothingIsLost() throws Exception {
    killed();
    try (var database = open()) {
      assertThat(told(database)).isEmpty();
      assertThat(has(database, "late9")).isTrue();
      assertThat(has(database, "epoch/one")).isTrue();
    }
    assertThat(aside()).isEmpty();
  }

  @Test
  void aMissingWriteAheadLogIsToldAndNewEpochsBegin() throws Exception {
    killed();
    Files.delete(folder.resolve("paloma.db-wal"));
    try (var database = open()) {
      assertThat(told(database)).containsExactly("database-shortened");
      assertThat(has(database, "new")).isTrue();
      assertThat(has(database, "epoch/one")).isFalse();
    }
  }

  @Test
  void aGarbledWriteAheadLogIsToldAndKept() throws Exception {
    var wal = folder.resolve("paloma.db-wal");
    killed();
    var garbled = Files.readAllBytes(wal);
    int frames = (garbled.length - 32) / 4120;
    assertThat(frames).isGreaterThan(5);
    // The header, and the salt and the page of a frame in the middle.
    var places = List.of(3, 32 + 2 * 4120 + 9, 32 + 3 * 4120 + 900);
    for (int i : IntStream.range(0, places.size()).toArray()) {
      var sound = folder.resolve("copy");
      for (var suffix : SUFFIXES) {
        Files.deleteIfExists(folder.resolve("paloma.db" + suffix));
        Files.copy(sound.resolve("paloma.db" + suffix), folder.resolve("paloma.db" + suffix));
      }
      flip(wal, places.get(i), 0x55);
      try (var database = open()) {
        assertThat(told(database)).as("place " + i).containsExactly("database-shortened");
        assertThat(has(database, "new")).isTrue();
      }
      assertThat(aside()).hasSize(i + 1).allMatch(name -> name.contains("-wal"));
    }
  }

  @Test
  void damageMetWhileRunningIsToldAndMendedByTheNextStart() throws Exception {
    var damaged = new boolean[1];
    try (var database = open()) {
      database.condition().whenDamaged(() -> damaged[0] = true);
      long size = Files.size(file);
      for (long at = 100; at < size; at += 4096) {
        for (int i = 0; i < 200; i++) flip(file, at + i, 0xff);
      }
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 400; i++) has(database, "old" + i);
                for (int i = 0; i < 400; i++) put(database, "more" + i, i);
              })
          .hasMessageContaining("database-damaged");
      assertThat(damaged[0]).isTrue();
    }
    assertThat(Opening.marker(file)).as("looked at next time").exists();
    try (var database = open()) {
      assertThat(told(database)).containsExactly("database-restored");
      assertThat(has(database, "old399")).isTrue();
    }
  }

  @Test
  void aDatabaseThatCannotBeReadNowIsLeftWhereItIs() throws Exception {
    Files.delete(file);
    Files.createDirectory(file);
    Files.writeString(file.resolve("x"), "x");
    assertThatThrownBy(this::open).isInstanceOf(IOException.class);
    assertThat(file.resolve("x")).exists();
    assertThat(aside()).isEmpty();
  }
}
