package paloma.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import paloma.model.Envelope;
import paloma.model.Hash;
import paloma.model.MalformedException;

/** What is sealed is read by its receiver and by nobody else, and stays as it is on the wire. */
class SealedBoxTest {
  private static final byte[] BOUND = Sealing.bound(20_417, new Hash(1, 2, 3, 4));
  private static final byte[] WORDS = "你好, Clara".getBytes(StandardCharsets.UTF_8);

  private final KeyPair clara = fixed(7);
  private final byte[] key = SealedBox.bytes(clara.getPublic());

  private static KeyPair fixed(int seed) {
    try {
      var generator = KeyPairGenerator.getInstance("X25519");
      generator.initialize(
          255,
          new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {
              Arrays.fill(bytes, (byte) seed);
            }
          });
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] open(byte[] box) {
    return SealedBox.open(clara.getPrivate().getEncoded(), key, BOUND, box).orElse(null);
  }

  @Test
  void whatIsSealedIsOpenedByItsReceiver() {
    var box = SealedBox.seal(key, BOUND, WORDS).orElseThrow();
    assertThat(open(box)).isEqualTo(WORDS);
    assertThat(new String(box, StandardCharsets.ISO_8859_1)).doesNotContain("Clara");
  }

  @Test
  void twoBoxesOfTheSameWordsHaveNothingInCommon() {
    assertThat(SealedBox.seal(key, BOUND, WORDS).orElseThrow())
        .isNotEqualTo(SealedBox.seal(key, BOUND, WORDS).orElseThrow());
  }

  @Test
  void nobodyElseOpensIt() {
    var box = SealedBox.seal(key, BOUND, WORDS).orElseThrow();
    var other = fixed(8);
    assertThat(
            SealedBox.open(
                other.getPrivate().getEncoded(), SealedBox.bytes(other.getPublic()), BOUND, box))
        .isEmpty();
    assertThat(
            SealedBox.open(
                clara.getPrivate().getEncoded(),
                key,
                Sealing.bound(20_418, new Hash(1, 2, 3, 4)),
                box))
        .as("on another day's envelope")
        .isEmpty();
  }

  @Test
  void aTouchedBoxIsNotOpened() {
    var box = SealedBox.seal(key, BOUND, WORDS).orElseThrow();
    for (int i = 0; i < box.length; i += 7) {
      // X25519 ignores the highest bit of a key: only the lowest is turned.
      var touched = box.clone();
      touched[i] ^= 1;
      assertThat(open(touched)).as("byte %d", i).isNull();
    }
    assertThat(open(Arrays.copyOf(box, box.length - 1))).isNull();
    assertThat(open(new byte[0])).isNull();
  }

  @Test
  void theLengthSaysLittle() {
    assertThat(SealedBox.seal(key, BOUND, new byte[1]).orElseThrow())
        .hasSameSizeAs(SealedBox.seal(key, BOUND, new byte[1020]).orElseThrow());
    assertThat(SealedBox.seal(key, BOUND, new byte[1021]).orElseThrow())
        .hasSize(2048 + Envelope.OVERHEAD);
    var longest = new byte[Envelope.MOST_CONTENT - 4];
    assertThat(open(SealedBox.seal(key, BOUND, longest).orElseThrow())).isEqualTo(longest);
    assertThat(SealedBox.seal(key, BOUND, longest).orElseThrow()).hasSize(Envelope.MOST_BYTES);
  }

  @Test
  void nothingIsSealedToAKeyThatEverybodyCanOpen() {
    assertThat(SealedBox.seal(new byte[32], BOUND, WORDS)).isEmpty();
    assertThat(SealedBox.seal(new byte[31], BOUND, WORDS)).isEmpty();
    assertThat(Sealing.usable("")).isFalse();
    assertThat(Sealing.usable("zz".repeat(32))).isFalse();
  }

  @Test
  void anEphemeralKeyOfSmallOrderOpensNothing() {
    var box = new byte[1024 + Envelope.OVERHEAD];
    box[0] = 1;
    assertThat(SealedBox.fits(box)).isTrue();
    assertThat(open(box)).isNull();
  }

  @Test
  void aBoxIsMadeAsItAlwaysWas() throws IOException {
    var box = SealedBox.seal(fixed(9), key, BOUND, WORDS).orElseThrow();
    assertThat(HexFormat.of().formatHex(box)).isEqualTo(golden("sealed.hex"));
    assertThat(open(HexFormat.of().parseHex(golden("sealed.hex")))).isEqualTo(WORDS);
  }

  @Test
  void anAddressIsMadeAsItAlwaysWas() throws IOException {
    var text = HexFormat.of().formatHex(key);
    assertThat(Sealing.tag(text, 20_417).hex()).isEqualTo(golden("tag.hex"));
    assertThat(Sealing.tag(text, 20_418)).isNotEqualTo(Sealing.tag(text, 20_417));
  }

  @Test
  void noBytesAreALetterThatHurts() throws Exception {
    var random = new SplittableRandom(11);
    for (int i = 0; i < 20_000; i++) {
      var bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      if (bytes.length > 1) {
        bytes[0] = 1;
        bytes[1] = (byte) random.nextInt(1, 3);
      }
      try {
        Letter.decode(bytes);
      } catch (MalformedException expected) {
        // What is not a letter says so.
      }
    }
    assertThatThrownBy(() -> Letter.decode(new byte[] {1, 3}))
        .isInstanceOf(MalformedException.class);
  }

  private static String golden(String name) throws IOException {
    try (var in = SealedBoxTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
    }
  }
}
