package paloma.frames;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Envelope;
import paloma.model.Hash;
import paloma.model.LogId;
import paloma.model.MailVerdict;
import paloma.model.MessageId;
import paloma.model.Purpose;
import paloma.model.SignedProfile;
import paloma.model.SignedRelease;

/** One frame of every type, always the same; their bytes lie in the test resources. */
final class SampleFrames {
  private static final MessageId OFFER = MessageId.of(bytes(0xd0, MessageId.BYTES));
  private static final byte[] SIGNATURE = bytes(0x40, 64);
  private static final LogId LOG =
      new LogId(
          ConversationId.of(bytes(0xa0, 32)), DeviceId.of(bytes(0xb0, 32)), 0x0102030405060708L);

  static final Map<FrameType, Frame> ALL = all();

  private SampleFrames() {}

  private static Map<FrameType, Frame> all() {
    var all = new EnumMap<FrameType, Frame>(FrameType.class);
    for (var frame : talk()) all.put(FrameCodec.typeOf(frame), frame);
    for (var frame : files()) all.put(FrameCodec.typeOf(frame), frame);
    return all;
  }

  private static List<Frame> talk() {
    return List.of(
        new Frame.Hello(
            1,
            3,
            bytes(0x10, 44),
            hash(0x20),
            7,
            8,
            Purpose.FILES,
            9,
            1_764_000_000_000L,
            SIGNATURE),
        new Frame.Ping(0x1122334455667788L),
        new Frame.Pong(-1),
        new Frame.Bye("going 飞鸽"),
        new Frame.Register(bytes(0x30, 40), SIGNATURE),
        new Frame.Digest(hash(0x50)),
        new Frame.Vectors(
            List.of(
                new Frame.Vector(LOG, 1, 200, hash(0x60)), new Frame.Vector(LOG, 5, 6, hash(0x70))),
            true),
        new Frame.Events(
            LOG,
            41,
            List.of(new Frame.Item(bytes(1, 12), bytes(2, 5)), new Frame.Item(bytes(3, 12), null)),
            SIGNATURE),
        new Frame.Markers(List.of(new Frame.SignedMarker(bytes(4, 20), SIGNATURE))),
        new Frame.Refusal(LOG, 42, "full"),
        new Frame.Signal(ConversationId.of(bytes(0xa0, 32)), 2),
        new Frame.Releases(List.of(new SignedRelease(bytes(8, 24), SIGNATURE))),
        new Frame.Deposit(new Envelope(20_417, hash(0x80), bytes(9, 40))),
        new Frame.DepositAnswer(hash(0x90), MailVerdict.TAKEN),
        new Frame.MailFor(List.of(new SignedProfile(bytes(0x30, 40), SIGNATURE))),
        new Frame.Founding(bytes(9, 20), bytes(10, 30), SIGNATURE),
        new Frame.WantBlob(hash(0x90)),
        new Frame.Blob(hash(0x90), bytes(9, 7)));
  }

  private static List<Frame> files() {
    return List.of(
        new Frame.AskGrant(OFFER),
        new Frame.Grant(bytes(0x33, 30), SIGNATURE),
        new Frame.WantManifest(OFFER, 65_536),
        new Frame.ManifestPart(OFFER, 65_536, bytes(5, 9)),
        new Frame.Want(OFFER, 64, 128),
        new Frame.HashPage(bytes(6, 48), SIGNATURE),
        new Frame.Chunk(OFFER, 3, ByteBuffer.wrap(bytes(7, 11))),
        new Frame.Trouble(OFFER, 3, "sender-changed-file", "film.bin"));
  }

  /** A frame as it travels, its head included. */
  static byte[] encoded(Frame frame) {
    var out = new ByteArrayOutputStream();
    try {
      new FrameWriter(out).send(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Counts up from a byte, so that a shifted field shows. */
  private static byte[] bytes(int first, int length) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) bytes[i] = (byte) (first + i);
    return bytes;
  }

  private static Hash hash(int first) {
    return Hash.of(bytes(first, Hash.BYTES));
  }
}
