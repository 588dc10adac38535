package paloma.frames;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Output;
import paloma.model.MessageId;

/** The layout of the frames of a files link, as {@code src/docs/protocol.md} has it. */
final class FileFrameSerializers {
  private static final int GRANT = 256;
  private static final int HASH_PAGE = 3 * 1024;
  private static final int SIGNATURE = 64;
  private static final int CODE = 64;
  private static final int DETAIL = 512;

  private FileFrameSerializers() {}

  static void register(Kryo kryo) {
    FrameSerializers.add(
        kryo,
        FrameType.ASK_GRANT,
        (Output out, Frame.AskGrant f) -> offer(out, f.offer()),
        in -> new Frame.AskGrant(offer(in)));
    FrameSerializers.add(
        kryo,
        FrameType.GRANT,
        (Output out, Frame.Grant f) -> signed(out, f.grant(), f.signature()),
        in -> new Frame.Grant(in.block(GRANT), in.block(SIGNATURE)));
    FrameSerializers.add(
        kryo,
        FrameType.WANT_MANIFEST,
        (Output out, Frame.WantManifest f) -> {
          offer(out, f.offer());
          out.writeInt(f.offset());
        },
        in -> new Frame.WantManifest(offer(in), in.readInt()));
    FrameSerializers.add(
        kryo,
        FrameType.MANIFEST_PART,
        (Output out, Frame.ManifestPart f) -> {
          offer(out, f.offer());
          out.writeInt(f.offset());
          FrameSerializers.block(out, f.bytes());
        },
        in ->
            new Frame.ManifestPart(
                offer(in), in.readInt(), in.block(FrameType.MANIFEST_PART.limit)));
    FrameSerializers.add(
        kryo,
        FrameType.WANT,
        (Output out, Frame.Want f) -> {
          offer(out, f.offer());
          out.writeInt(f.first());
          out.writeInt(f.count());
        },
        in -> new Frame.Want(offer(in), in.readInt(), in.readInt()));
    FrameSerializers.add(
        kryo,
        FrameType.HASH_PAGE,
        (Output out, Frame.HashPage f) -> signed(out, f.page(), f.signature()),
        in -> new Frame.HashPage(in.block(HASH_PAGE), in.block(SIGNATURE)));
    FrameSerializers.add(
        kryo, FrameType.CHUNK, FileFrameSerializers::writeChunk, FileFrameSerializers::readChunk);
    FrameSerializers.add(
        kryo,
        FrameType.TROUBLE,
        (Output out, Frame.Trouble f) -> {
          offer(out, f.offer());
          out.writeInt(f.chunk());
          FrameSerializers.utf8(out, f.code());
          FrameSerializers.utf8(out, f.detail());
        },
        in -> new Frame.Trouble(offer(in), in.readInt(), in.utf8(CODE), in.utf8(DETAIL)));
  }

  private static void writeChunk(Output out, Frame.Chunk f) {
    offer(out, f.offer());
    out.writeInt(f.index());
    var bytes = f.bytes();
    out.writeBytes(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  private static Frame.Chunk readChunk(BoundedInput in) {
    return new Frame.Chunk(offer(in), in.readInt(), in.rest());
  }

  private static void signed(Output out, byte[] bytes, byte[] signature) {
    FrameSerializers.block(out, bytes);
    FrameSerializers.block(out, signature);
  }

  private static void offer(Output out, MessageId offer) {
    out.writeBytes(offer.bytes());
  }

  private static MessageId offer(BoundedInput in) {
    return MessageId.of(in.exactly(MessageId.BYTES));
  }
}
