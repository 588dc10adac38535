package paloma.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.ProblemException;

class SealedBackupTest {
  private static final char[] PASSPHRASE = "correct horse".toCharArray();
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  /** Tests need no key that is dear to guess. */
  private static final int ROUNDS = 10;

  @TempDir Path folder;
  private final AtomicInteger reads = new AtomicInteger();
  private byte[] database;
  private Path backup;

  @BeforeEach
  void aBackupOfThreeFiles() throws Exception {
    // More than two chunks, and none that ends where a chunk does.
    database = new byte[3 * Sealing.CHUNK + 777];
    new Random(7).nextBytes(database);
    Files.write(folder.resolve("copy"), database);
    Files.writeString(folder.resolve("identity.p12"), "key");
    Files.writeString(folder.resolve("settings.json"), "{}");
    backup = folder.resolve("my.backup");
    SealedBackup.write(backup, PASSPHRASE, folder.resolve("copy"), folder, NOW, ROUNDS);
  }

  private Path read(Path file, char[] passphrase) throws IOException {
    var into = Files.createDirectory(folder.resolve("into" + reads.incrementAndGet()));
    assertThat(SealedBackup.read(file, passphrase, into)).isEqualTo(NOW);
    return into;
  }

  private String refusal(byte[] bytes, char[] passphrase) throws IOException {
    var file = Files.write(folder.resolve("bad"), bytes);
    try {
      read(file, passphrase);
      return "taken";
    } catch (ProblemException e) {
      return e.problem().code();
    }
  }

  @Test
  void whatGoesInComesOut() throws Exception {
    var into = read(backup, PASSPHRASE);
    assertThat(into.resolve("paloma.db")).hasBinaryContent(database);
    assertThat(into.resolve("identity.p12")).hasContent("key");
    assertThat(into.resolve("settings.json")).hasContent("{}");
  }

  @Test
  void nothingOfItCanBeReadAndItIsForItsOwnerAlone() throws Exception {
    var bytes = Files.readAllBytes(backup);
    assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("identity")
        .doesNotContain("settings");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
  }

  @Test
  void anotherPassphraseDoesNotFit() throws Exception {
    var bytes = Files.readAllBytes(backup);
    assertThat(refusal(bytes, "correct hors".toCharArray())).isEqualTo("backup-passphrase");
    assertThat(refusal(bytes, "Correct horse".toCharArray())).isEqualTo("backup-passphrase");
  }

  @Test
  void aFlippedBitAnywhereIsNoticed() throws Exception {
    var whole = Files.readAllBytes(backup);
    var random = new Random(11);
    for (int i = 0; i < 300; i++) {
      var bytes = whole.clone();
      int at = i < Sealing.HEADER + 20 ? i : random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      // More rounds than are allowed, or a hundred thousand of them, only take time.
      if (at >= 9 && at < 12) continue;
      assertThat(refusal(bytes, PASSPHRASE)).as("byte " + at).startsWith("backup-");
    }
  }

  @Test
  void aFileThatEndsTooEarlyIsNoticedWhereverThatIs() throws Exception {
    var whole = Files.readAllBytes(backup);
    int chunk = Sealing.CHUNK + Sealing.TAG;
    int begin = Sealing.HEADER + Sealing.TAG;
    for (int length :
        new int[] {
          0,
          5,
          Sealing.HEADER,
          begin - 1,
          begin,
          begin + 9,
          begin + chunk,
          begin + 2 * chunk,
          begin + 3 * chunk,
          whole.length - 1
        }) {
      assertThat(refusal(Arrays.copyOf(whole, length), PASSPHRASE))
          .as("length " + length)
          .startsWith("backup-");
    }
    assertThat(refusal(Arrays.copyOf(whole, whole.length + 1), PASSPHRASE))
        .isEqualTo("backup-damaged");
  }

  @Test
  void chunksCannotChangeTheirPlaces() throws Exception {
    var whole = Files.readAllBytes(backup);
    int chunk = Sealing.CHUNK + Sealing.TAG;
    int begin = Sealing.HEADER + Sealing.TAG;
    var out = new ByteArrayOutputStream();
    out.write(whole, 0, begin);
    out.write(whole, begin + chunk, chunk);
    out.write(whole, begin, chunk);
    out.write(whole, begin + 2 * chunk, whole.length - begin - 2 * chunk);
    assertThat(refusal(out.toByteArray(), PASSPHRASE)).isEqualTo("backup-damaged");
  }

  @Test
  void whatIsNoBackupOrOfALaterFormIsToldApart() throws Exception {
    var bytes = Files.readAllBytes(backup);
    assertThat(refusal("something else entirely, long enough".getBytes(), PASSPHRASE))
        .isEqualTo("backup-foreign");
    bytes[8] = 2;
    assertThat(refusal(bytes, PASSPHRASE)).isEqualTo("backup-newer");
    // A file may not make us count for hours.
    ByteBuffer.wrap(bytes).put(8, (byte) 1).putInt(9, Integer.MAX_VALUE);
    assertThat(refusal(bytes, PASSPHRASE)).isEqualTo("backup-damaged");
    assertThatThrownBy(() -> read(folder.resolve("nothing"), PASSPHRASE))
        .hasMessageContaining("file-missing");
  }

  @Test
  void aFileThatIsThereIsNeverOverwrittenAndAPartOfOneDoesNotStay() throws Exception {
    var before = Files.readAllBytes(backup);
    assertThatThrownBy(
            () -> SealedBackup.write(backup, PASSPHRASE, folder.resolve("copy"), folder, NOW, 1))
        .hasMessageContaining("file-exists");
    assertThat(backup).hasBinaryContent(before);
    var other = folder.resolve("other");
    assertThatThrownBy(() ->
            NewFile.write(
                other,
                out -> {
                  out.write(new byte[100_000]);
                  throw new IOException("disk full");
                }))
        .hasMessageContaining("file-not-written");
    assertThat(other).doesNotExist();
    assertThatThrownBy(
            () -> SealedBackup.write(other, "short".toCharArray(), backup, folder, NOW, 1))
        .hasMessageContaining("passphrase-short");
  }
}
