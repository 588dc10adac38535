package paloma.wire.secure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import paloma.identity.Identity;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.DeviceId;
import paloma.model.MalformedException;
import paloma.model.Presence;
import paloma.model.Profile;
import paloma.wire.Wire.Announced;

/**
 * What a device says of itself to everybody on the LAN: a signed hint. {@code src/docs/protocol.md}
 * has the layout.
 *
 * @param sequence rises whenever anything else changes within one run
 * @param features unknown bits are ignored
 */
record Announcement(
    byte[] publicKey,
    long instance,
    long boot,
    long sequence,
    int port,
    long periodMillis,
    Announced announced,
    boolean goodbye,
    long features) {

  static final String CONTEXT = "paloma-announcement-v1";

  /** Later versions may say more than we do; a frame of Ethernet holds it in one piece. */
  static final int MOST_ACCEPTED = 1_200;

  /** What we send; base 64 of it fits a record of mDNS. */
  static final int MOST_SENT = 512;

  static final long LEAST_PERIOD_MILLIS = 1_000;
  static final long MOST_PERIOD_MILLIS = 24 * 3_600_000L;

  private static final int MAGIC = 0x504c4d41; // "PLMA"
  private static final int VERSION = 1;
  private static final int GOODBYE = 1;
  private static final int MOST_TEXT = 255;
  private static final int MOST_EXTENSION = 512;

  DeviceId device() {
    return DeviceId.ofKey(publicKey);
  }

  /** The signed bytes. Names that are too long are cut. */
  byte[] encode(Identity me) {
    var content =
        new CanonicalWriter()
            .i32(MAGIC)
            .u8(VERSION)
            .raw(publicKey)
            .i64(instance)
            .i64(boot)
            .i64(sequence)
            .u16(port)
            .i32((int) periodMillis)
            .u8(announced.presence().ordinal())
            .u8(goodbye ? GOODBYE : 0)
            .i64(features)
            .i64(announced.profileCounter())
            .text(cut(announced.name(), Profile.MAX_FIELD))
            .text(cut(announced.department(), Profile.MAX_FIELD))
            .text(cut(announced.host(), Profile.MAX_FIELD))
            .u16(0) // nothing beyond what version 1 knows
            .bytes();
    var bytes = new CanonicalWriter().raw(content).raw(me.sign(CONTEXT, content)).bytes();
    if (bytes.length > MOST_SENT) throw new AssertionError("announcement of " + bytes.length);
    return bytes;
  }

  /** Reads what anybody may have sent; the signature is not checked yet. */
  static Announcement parse(byte[] bytes) throws MalformedException {
    CanonicalReader.check(bytes.length <= MOST_ACCEPTED, "announcement too long");
    var in = new CanonicalReader(bytes);
    CanonicalReader.check(in.i32() == MAGIC, "not an announcement");
    CanonicalReader.check(in.u8() == VERSION, "another version");
    var key = in.raw(Identity.KEY_BYTES);
    long instance = in.i64();
    long boot = in.i64(0, Long.MAX_VALUE);
    long sequence = in.i64(0, Long.MAX_VALUE);
    int port = in.u16();
    CanonicalReader.check(port != 0, "no port");
    long period = in.i32();
    CanonicalReader.check(
        period >= LEAST_PERIOD_MILLIS && period <= MOST_PERIOD_MILLIS, "period out of range");
    int presence = in.u8();
    CanonicalReader.check(presence < Presence.values().length, "unknown presence");
    boolean goodbye = (in.u8() & GOODBYE) != 0;
    long features = in.i64();
    var announced =
        new Announced(
            in.i64(0, Long.MAX_VALUE),
            in.text(MOST_TEXT),
            in.text(MOST_TEXT),
            in.text(MOST_TEXT),
            Presence.values()[presence]);
    int extension = in.u16();
    CanonicalReader.check(extension <= MOST_EXTENSION, "extension too long");
    in.raw(extension);
    in.raw(Identity.SIGNATURE_BYTES);
    in.end();
    return new Announcement(
        key, instance, boot, sequence, port, period, announced, goodbye, features);
  }

  /**
   * Whether the holder of the key signed these bytes. Limit before asking: it takes longer than all
   * else here.
   */
  static boolean genuine(byte[] bytes, byte[] publicKey) {
    int end = bytes.length - Identity.SIGNATURE_BYTES;
    return Identity.verify(
        publicKey,
        CONTEXT,
        Arrays.copyOf(bytes, end),
        Arrays.copyOfRange(bytes, end, bytes.length));
  }

  /** At most so many bytes of UTF-8, cut between characters. */
  static String cut(String text, int most) {
    int bytes = 0;
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      int length = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        length = 3; // a lone surrogate is written as U+FFFD
      }
      if (bytes + length > most) return text.substring(0, at);
      bytes += length;
      at += Character.charCount(character);
    }
    return text;
  }
}
