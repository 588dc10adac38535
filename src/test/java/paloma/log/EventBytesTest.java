package paloma.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import paloma.model.AutoBody;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.EventHeader;
import paloma.model.Hash;
import paloma.model.Head;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.Manifest;
import paloma.model.Marker;
import paloma.model.MessageId;
import paloma.model.Presence;
import paloma.model.Profile;
import paloma.peers.RegisterCodec;

/** What is on disk and on the wire must not change: golden bytes of what is hashed and signed. */
class EventBytesTest {
  private static final DeviceId ANNA = new DeviceId(new Hash(1, 2, 3, 4));
  private static final DeviceId JONAS = new DeviceId(new Hash(5, 6, 7, 8));
  private static final ConversationId TALK = ConversationId.between(ANNA, JONAS);
  private static final MessageId ID = new MessageId(0x1122334455667788L, 0x99aabbccddeeff00L);

  private static final Body TEXT = new Body.Text(ID, "你好, Jonas 🎉");
  private static final Body OFFER =
      new Body.Offer(
          ID,
          "note",
          new Manifest.Summary(
              List.of("样张.pdf", "b"), true, 3, 1_234_567_890_123L, new Hash(9, 9, 9, 9), 77));
  private static final Body STATE =
      new Body.OfferState(ID, new MessageId(1, 2), Body.Verdict.FINISHED);

  private static final Body AUTO = new AutoBody.AutoReply(ID, "我在开会, back at 3");

  private static Profile withPicture() {
    return profile().withAvatar(new Hash(21, 22, 23, 24));
  }

  private static EventHeader header() {
    return new EventHeader(
        Body.TEXT,
        TALK,
        ANNA,
        0x0102030405060708L,
        2,
        new Hash(10, 11, 12, 13),
        List.of(new Head(JONAS, 99, 5, new Hash(14, 15, 16, 17))),
        Hash.ZERO,
        42,
        1_795_514_971_000L,
        Hash.sha256(BodyCodec.encode(TEXT)),
        BodyCodec.encode(TEXT).length);
  }

  private static Marker marker() {
    return new Marker(new LogId(TALK, ANNA, 7), JONAS, 12, new Hash(1, 1, 1, 1), 10);
  }

  private static Profile profile() {
    return new Profile(
        ANNA, 3, "小雯", "市场部", "Lead", "8126", "busy", "XW", Presence.BUSY, "00".repeat(32));
  }

  private static byte[] golden(String name) throws IOException {
    try (var in = EventBytesTest.class.getResourceAsStream(name + ".hex")) {
      var hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
      return HexFormat.of().parseHex(hex);
    }
  }

  @Test
  void theBytesAreWhatTheyWere() throws IOException {
    assertThat(HeaderCodec.encode(header())).isEqualTo(golden("header"));
    assertThat(BodyCodec.encode(TEXT)).isEqualTo(golden("text"));
    assertThat(BodyCodec.encode(OFFER)).isEqualTo(golden("offer"));
    assertThat(BodyCodec.encode(STATE)).isEqualTo(golden("offer-state"));
    assertThat(MarkerCodec.encode(marker())).isEqualTo(golden("marker"));
    assertThat(RegisterCodec.encode(profile())).isEqualTo(golden("register"));
    assertThat(RegisterCodec.encode(withPicture())).isEqualTo(golden("register-avatar"));
    assertThat(BodyCodec.encode(AUTO)).isEqualTo(golden("auto-reply"));
    assertThat(BodyCodec.kind(AUTO)).isEqualTo(45);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    assertThat(HeaderCodec.decode(golden("header"))).isEqualTo(header());
    assertThat(BodyCodec.decode(Body.TEXT, golden("text"))).isEqualTo(TEXT);
    assertThat(BodyCodec.decode(Body.OFFER, golden("offer"))).isEqualTo(OFFER);
    assertThat(BodyCodec.decode(Body.OFFER_STATE, golden("offer-state"))).isEqualTo(STATE);
    assertThat(MarkerCodec.decode(golden("marker"))).isEqualTo(marker());
    assertThat(RegisterCodec.decode(golden("register"))).isEqualTo(profile());
    assertThat(RegisterCodec.decode(golden("register-avatar"))).isEqualTo(withPicture());
    assertThat(BodyCodec.decode(AutoBody.AUTO_REPLY, golden("auto-reply"))).isEqualTo(AUTO);
  }

  @Test
  void whatALaterVersionPutsBehindThePictureOfAProfileIsLeftOut() throws IOException {
    var register = golden("register-avatar");
    var longer = Arrays.copyOf(register, register.length + 9);
    longer[register.length - Hash.BYTES - 1] = (byte) (Hash.BYTES + 9);
    assertThat(RegisterCodec.decode(longer)).isEqualTo(withPicture());
    assertThatThrownBy(() -> RegisterCodec.decode(Arrays.copyOf(register, register.length + 9)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void aBodyOfAnotherVersionOrKindKeepsItsName() throws IOException {
    assertThat(BodyCodec.decode(999, golden("text"))).isEqualTo(new Body.Unknown(ID, 999));
    var newer = golden("text");
    newer[0] = 2;
    assertThat(BodyCodec.decode(Body.TEXT, newer)).isEqualTo(new Body.Unknown(ID, Body.TEXT));
  }

  @Test
  void nothingMayFollowAndNothingMayBeMissing() throws IOException {
    var bytes = golden("header");
    assertThatThrownBy(() -> HeaderCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(MalformedException.class);
    for (int length = 0; length < bytes.length; length++) {
      var cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> HeaderCodec.decode(cut)).isInstanceOf(MalformedException.class);
    }
  }

  /** Two encodings of one value must not exist, whatever a peer makes of the bytes. */
  @Test
  void whateverDecodesEncodesToTheSameBytes() throws IOException {
    long seed = System.nanoTime();
    System.getLogger("paloma.test").log(System.Logger.Level.INFO, "seed {0}", seed);
    var random = new SplittableRandom(seed);
    var headerBytes = golden("header");
    var bodies = List.of(golden("text"), golden("offer"), golden("offer-state"));
    int read = 0;
    for (int i = 0; i < 60_000; i++) {
      var header = mutated(headerBytes.clone(), random);
      try {
        if (!Arrays.equals(HeaderCodec.encode(HeaderCodec.decode(header)), header))
          fail(seed, header);
        read++;
      } catch (MalformedException e) {
        // What is refused needs no encoding.
      }
      int kind = Body.TEXT + random.nextInt(3);
      var bytes = mutated(bodies.get(kind - 1).clone(), random);
      try {
        var body = BodyCodec.decode(kind, bytes);
        boolean same = body instanceof Body.Unknown || Arrays.equals(BodyCodec.encode(body), bytes);
        if (!same) fail(seed, bytes);
        read++;
      } catch (MalformedException e) {
        // Likewise.
      }
    }
    assertThat(read).as("some mutations must be readable, or nothing was tried").isPositive();
  }

  private static void fail(long seed, byte[] bytes) {
    throw new AssertionError("seed " + seed + ": " + HexFormat.of().formatHex(bytes));
  }

  private static byte[] mutated(byte[] bytes, SplittableRandom random) {
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 3)) : bytes;
  }
}
