package paloma.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.identity.SigningKey;
import paloma.model.CanonicalWriter;
import paloma.model.Hash;
import paloma.model.MalformedException;
import paloma.model.Release;
import paloma.model.ReleaseTarget;
import paloma.model.ReleaseVersion;
import paloma.model.SignedRelease;

final class StatementTest {
  @TempDir Path folder;

  private static final Release RELEASE =
      new Release(
          ReleaseVersion.parse("0.2.0").orElseThrow(),
          new ReleaseTarget("linux", "x64", "deb"),
          "paloma_0.2.0_amd64.deb",
          74_123_456,
          Hash.sha256("an installer".getBytes(StandardCharsets.US_ASCII)),
          Instant.parse("2026-11-24T09:30:00Z"));

  private static byte[] golden() throws Exception {
    try (var in = StatementTest.class.getResourceAsStream("statement.hex")) {
      var text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }
  }

  @Test
  void aStatementIsWrittenAsItAlwaysWas() throws Exception {
    assertThat(Statement.encode(RELEASE)).isEqualTo(golden());
    assertThat(Statement.decode(golden())).isEqualTo(RELEASE);
  }

  @Test
  void whatIsReadIsWrittenTheSameWayOrIsNoStatement() throws Exception {
    var random = new Random(20261124);
    var whole = golden();
    int read = 0;
    for (int round = 0; round < 200_000; round++) {
      var bytes = whole.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(Statement.encode(Statement.decode(bytes))).isEqualTo(bytes);
        read++;
      } catch (MalformedException e) {
        assertThat(bytes).isNotEqualTo(whole);
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void aStatementThatIsCutShortOrGoesOnIsNone() throws Exception {
    var whole = golden();
    for (int length = 0; length < whole.length; length++) {
      var part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Statement.decode(part)).isInstanceOf(MalformedException.class);
    }
    for (int length : new int[] {whole.length + 1, Statement.MOST_BYTES + 1, 100_000}) {
      var more = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Statement.decode(more)).isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void anotherProductAnUnsafeNameOrAWordOfNobodyIsNoRelease() {
    assertRefused("paloma2", "0.2.0", "linux", "a.deb", 1, 1);
    for (var name :
        List.of(
            "../a.deb",
            "a/b",
            "a\\b",
            ".a",
            "a.",
            "CON",
            "nul.deb",
            "a\u202e.deb",
            "",
            "a b.deb",
            "ä.deb",
            "a".repeat(121),
            "a.release")) {
      assertRefused("paloma", "0.2.0", "linux", name, 1, 1);
    }
    assertRefused("paloma", "0.2", "linux", "a.deb", 1, 1);
    assertRefused("paloma", "0.2.0", "Linux", "a.deb", 1, 1);
    assertRefused("paloma", "0.2.0", "", "a.deb", 1, 1);
    assertRefused("paloma", "0.2.0", "linux", "a.deb", 0, 1);
    assertRefused("paloma", "0.2.0", "linux", "a.deb", -1, 1);
    assertRefused("paloma", "0.2.0", "linux", "a.deb", Statement.MOST_SIZE + 1, 1);
    assertRefused("paloma", "0.2.0", "linux", "a.deb", 1, 0);
    assertRefused("paloma", "0.2.0", "linux", "a.deb", 1, Long.MAX_VALUE);
  }

  private static void assertRefused(
      String product, String version, String os, String file, long size, long date) {
    var bytes =
        new CanonicalWriter()
            .u8(1)
            .text(product)
            .text(version)
            .text(os)
            .text("x64")
            .text("deb")
            .text(file)
            .i64(size)
            .hash(Hash.ZERO)
            .i64(date)
            .bytes();
    assertThatThrownBy(() -> Statement.decode(bytes))
        .as(product + version + os + file + size)
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void aStatementCountsOnlyWithASignatureOfAKeyOfTheBuildInItsOwnContext() {
    var key = SigningKey.generate();
    var next = SigningKey.generate();
    var keys = new ReleaseKeys(List.of(key.publicKey(), next.publicKey()));
    var bytes = Statement.encode(RELEASE);
    assertThat(keys.check(signed(bytes, key, Statement.CONTEXT))).contains(RELEASE);
    assertThat(keys.check(signed(bytes, next, Statement.CONTEXT))).contains(RELEASE);
    assertThat(keys.check(signed(bytes, SigningKey.generate(), Statement.CONTEXT))).isEmpty();
    assertThat(keys.check(signed(bytes, key, "paloma-hello-v1"))).isEmpty();
    assertThat(ReleaseKeys.none().check(signed(bytes, key, Statement.CONTEXT))).isEmpty();
    var good = signed(bytes, key, Statement.CONTEXT);
    for (int i = 0; i < bytes.length; i++) {
      var changed = bytes.clone();
      changed[i] ^= 1;
      assertThat(keys.check(new SignedRelease(changed, good.signature()))).isEmpty();
    }
    assertThat(keys.check(new SignedRelease(bytes, new byte[64]))).isEmpty();
    assertThat(keys.check(new SignedRelease(bytes, new byte[0]))).isEmpty();
  }

  private static SignedRelease signed(byte[] bytes, SigningKey key, String context) {
    return new SignedRelease(bytes, key.sign(context, bytes));
  }

  @Test
  void whatIsSignedAndNoStatementIsNoRelease() {
    var maker = new Maker(folder);
    assertThat(maker.keys().check(maker.sign(new byte[] {1, 2, 3}))).isEmpty();
    assertThat(maker.keys().check(maker.sign(new byte[2000]))).isEmpty();
  }
}
