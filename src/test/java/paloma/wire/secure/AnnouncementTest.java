package paloma.wire.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import paloma.identity.FixedIdentity;
import paloma.identity.Identity;
import paloma.model.MalformedException;
import paloma.model.Presence;
import paloma.wire.Wire.Announced;

class AnnouncementTest {
  private final Identity me = FixedIdentity.of(1);

  @Test
  void whatIsSaidIsWhatIsHeard() throws Exception {
    var said = announcement("Ann 王", "销售部", "pc-1");
    var bytes = said.encode(me);
    var heard = Announcement.parse(bytes);

    assertThat(heard).usingRecursiveComparison().isEqualTo(said);
    assertThat(heard.device()).isEqualTo(me.id());
    assertThat(Announcement.genuine(bytes, heard.publicKey())).isTrue();
    assertThat(said.encode(me)).isEqualTo(bytes);
  }

  @Test
  void theBytesAreThoseOfTheProtocol() throws Exception {
    var golden = Golden.bytes("announcement");
    assertThat(HexFormat.of().formatHex(announcement("Ann 王", "销售部", "pc-1").encode(me)))
        .isEqualTo(HexFormat.of().formatHex(golden));
    assertThat(Announcement.genuine(golden, Announcement.parse(golden).publicKey())).isTrue();
  }

  @Test
  void longNamesAreCutBetweenCharactersSoThatItFits() throws Exception {
    var bytes = announcement("鸽".repeat(100), "🕊".repeat(100), "x".repeat(1_000)).encode(me);

    assertThat(bytes.length).isLessThanOrEqualTo(Announcement.MOST_SENT);
    var heard = Announcement.parse(bytes).announced();
    assertThat(heard.name()).isEqualTo("鸽".repeat(21));
    assertThat(heard.department()).isEqualTo("🕊".repeat(16));
    assertThat(heard.host()).isEqualTo("x".repeat(64));
    assertThat(Announcement.cut("a\ud800b", 4)).isEqualTo("a\ud800");
    assertThat(Announcement.cut("a\ud800b", 3)).isEqualTo("a");
  }

  @Test
  void whatALaterVersionAddsIsCarriedAndIgnored() throws Exception {
    var bytes = announcement("Ann", "", "").encode(me);
    int end = bytes.length - Identity.SIGNATURE_BYTES;
    var content = Arrays.copyOf(bytes, end + 3);
    content[end - 1] = 3; // the length of the extension
    var longer = Arrays.copyOf(content, content.length + Identity.SIGNATURE_BYTES);
    var signature = me.sign(Announcement.CONTEXT, content);
    System.arraycopy(signature, 0, longer, content.length, signature.length);

    assertThat(Announcement.parse(longer).announced().name()).isEqualTo("Ann");
    assertThat(Announcement.genuine(longer, me.publicKey())).isTrue();
  }

  @Test
  void mutatedBytesAreMalformedOrNotGenuineAndNothingElse() {
    long seed = new SplittableRandom().nextLong();
    System.err.println("AnnouncementTest seed " + seed);
    var random = new SplittableRandom(seed);
    var good = announcement("Ann 王", "销售部", "pc-1").encode(me);
    int parsed = 0;
    for (int i = 0; i < 50_000; i++) {
      var bytes = mutated(good, random);
      try {
        var heard = Announcement.parse(bytes);
        // Checking costs 0.8 ms: enough of them to see that none passes.
        if (parsed++ % 100 == 0 && !Arrays.equals(bytes, good)) {
          assertThat(Announcement.genuine(bytes, heard.publicKey())).isFalse();
        }
      } catch (MalformedException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
    assertThat(parsed).isPositive();
  }

  @Test
  void whatIsTooLongIsRefused() {
    assertThatThrownBy(() -> Announcement.parse(new byte[Announcement.MOST_ACCEPTED + 1]))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void aRecordOfMdnsCarriesTheSameBytes() {
    var bytes = announcement("Ann", "Sales", "pc-1").encode(me);
    var texts = MdnsRecord.texts(bytes);

    assertThat(texts).allSatisfy((k, v) -> assertThat((k + "=" + v).length()).isLessThan(256));
    assertThat(MdnsRecord.announcement(texts))
        .hasValueSatisfying(b -> assertThat(b).isEqualTo(bytes));
    texts.put("a0", "*");
    assertThat(MdnsRecord.announcement(texts)).isEmpty();
    texts.clear();
    assertThat(MdnsRecord.announcement(texts)).isEmpty();
  }

  private static byte[] mutated(byte[] good, SplittableRandom random) {
    var bytes = good.clone();
    switch (random.nextInt(3)) {
      case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(2 * bytes.length));
      default -> {
        int from = random.nextInt(bytes.length);
        for (int i = from; i < Math.min(from + 8, bytes.length); i++) {
          bytes[i] = (byte) random.nextInt();
        }
      }
    }
    return bytes;
  }

  private Announcement announcement(String name, String department, String host) {
    return new Announcement(
        me.publicKey(),
        0x1122334455667788L,
        3,
        4,
        24250,
        10_000,
        new Announced(5, name, department, host, Presence.AWAY),
        false,
        0);
  }
}
