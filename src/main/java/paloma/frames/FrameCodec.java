package paloma.frames;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Output;
import paloma.model.MalformedException;

/**
 * One frame ↔ its bytes without the frame's header. Kryo only in its hardened shape: registered
 * classes, hand-written serializers, no references, depth 4, one concrete type for each frame type,
 * nothing may follow. One instance a connection, thrown away after the first exception. Not
 * thread-safe.
 */
final class FrameCodec {
  private static final int DEPTH = 4;

  private final Kryo kryo = new Kryo();

  FrameCodec() {
    kryo.setRegistrationRequired(true);
    kryo.setReferences(false);
    kryo.setMaxDepth(DEPTH);
    FrameSerializers.register(kryo);
    FileFrameSerializers.register(kryo);
    MailFrameSerializers.register(kryo);
  }

  void encode(Frame frame, Output out) {
    kryo.writeObject(out, frame);
  }

  Frame decode(FrameType type, byte[] bytes, int length) throws MalformedException {
    var in = new BoundedInput(bytes, length);
    try {
      var frame = kryo.readObject(in, type.frame);
      if (in.left() != 0) throw new MalformedException("trailing bytes in " + type);
      return frame;
    } catch (KryoException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new MalformedException(type + ": " + e.getMessage());
    }
  }

  /** The type of a frame; null for {@link Frame.Unknown}, which is never sent. */
  static FrameType typeOf(Frame frame) {
    return switch (frame) {
      case Frame.Hello _ -> FrameType.HELLO;
      case Frame.Ping _ -> FrameType.PING;
      case Frame.Pong _ -> FrameType.PONG;
      case Frame.Bye _ -> FrameType.BYE;
      case Frame.Register _ -> FrameType.REGISTER;
      case Frame.Digest _ -> FrameType.DIGEST;
      case Frame.Vectors _ -> FrameType.VECTORS;
      case Frame.Events _ -> FrameType.EVENTS;
      case Frame.Markers _ -> FrameType.MARKERS;
      case Frame.Refusal _ -> FrameType.REFUSAL;
      case Frame.Signal _ -> FrameType.SIGNAL;
      case Frame.Releases _ -> FrameType.RELEASES;
      case Frame.Deposit _ -> FrameType.DEPOSIT;
      case Frame.DepositAnswer _ -> FrameType.DEPOSIT_ANSWER;
      case Frame.MailFor _ -> FrameType.MAIL_FOR;
      case Frame.WantBlob _ -> FrameType.WANT_BLOB;
      case Frame.Blob _ -> FrameType.BLOB;
      case Frame.Founding _ -> FrameType.FOUNDING;
      case Frame.AskGrant _ -> FrameType.ASK_GRANT;
      case Frame.Grant _ -> FrameType.GRANT;
      case Frame.WantManifest _ -> FrameType.WANT_MANIFEST;
      case Frame.ManifestPart _ -> FrameType.MANIFEST_PART;
      case Frame.Want _ -> FrameType.WANT;
      case Frame.HashPage _ -> FrameType.HASH_PAGE;
      case Frame.Chunk _ -> FrameType.CHUNK;
      case Frame.Trouble _ -> FrameType.TROUBLE;
      case Frame.Unknown _ -> throw new IllegalArgumentException("an unknown frame is not sent");
    };
  }
}
