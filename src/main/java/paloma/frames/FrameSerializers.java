package paloma.frames;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Output;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.Hash;
import paloma.model.LogId;
import paloma.model.Picture;
import paloma.model.Purpose;
import paloma.model.SignedRelease;

/** The layout of the frames of a talk link, as {@code src/docs/protocol.md} has it. */
final class FrameSerializers {
  /** Longest SPKI of an Ed25519 key. */
  private static final int KEY = 64;

  private static final int SIGNATURE = 64;
  private static final int HEADER = 2 * 1024;
  private static final int MARKER = 256;
  private static final int REGISTER = 2 * 1024;
  private static final int REASON = 200;
  private static final int STATEMENT = 1024;
  private static final int VECTOR_BYTES = 3 * Hash.BYTES + 3 * Long.BYTES;

  private FrameSerializers() {}

  static void register(Kryo kryo) {
    add(kryo, FrameType.HELLO, FrameSerializers::writeHello, FrameSerializers::readHello);
    add(
        kryo,
        FrameType.PING,
        (Output out, Frame.Ping f) -> out.writeLong(f.nonce()),
        in -> new Frame.Ping(in.readLong()));
    add(
        kryo,
        FrameType.PONG,
        (Output out, Frame.Pong f) -> out.writeLong(f.nonce()),
        in -> new Frame.Pong(in.readLong()));
    add(
        kryo,
        FrameType.BYE,
        (Output out, Frame.Bye f) -> utf8(out, f.reason()),
        in -> new Frame.Bye(in.utf8(REASON)));
    add(
        kryo,
        FrameType.REGISTER,
        (Output out, Frame.Register f) -> {
          block(out, f.register());
          block(out, f.signature());
        },
        in -> new Frame.Register(in.block(REGISTER), in.block(SIGNATURE)));
    add(
        kryo,
        FrameType.DIGEST,
        (Output out, Frame.Digest f) -> out.writeBytes(f.hash().bytes()),
        in -> new Frame.Digest(in.hash()));
    add(kryo, FrameType.VECTORS, FrameSerializers::writeVectors, FrameSerializers::readVectors);
    add(kryo, FrameType.EVENTS, FrameSerializers::writeEvents, FrameSerializers::readEvents);
    add(
        kryo,
        FrameType.MARKERS,
        (Output out, Frame.Markers f) ->
            list(
                out,
                f.markers(),
                m -> {
                  block(out, m.marker());
                  block(out, m.signature());
                }),
        in ->
            new Frame.Markers(
                in.list(8, i -> new Frame.SignedMarker(i.block(MARKER), i.block(SIGNATURE)))));
    add(
        kryo,
        FrameType.REFUSAL,
        (Output out, Frame.Refusal f) -> {
          log(out, f.log());
          out.writeLong(f.seq());
          utf8(out, f.reason());
        },
        in -> new Frame.Refusal(log(in), in.readLong(), in.utf8(REASON)));
    add(
        kryo,
        FrameType.SIGNAL,
        (Output out, Frame.Signal f) -> {
          out.writeBytes(f.conversation().bytes());
          out.writeInt(f.kind());
        },
        in -> new Frame.Signal(new ConversationId(in.hash()), in.readInt()));
    add(
        kryo,
        FrameType.RELEASES,
        (Output out, Frame.Releases f) ->
            list(
                out,
                f.releases(),
                r -> {
                  block(out, r.statement());
                  block(out, r.signature());
                }),
        in -> new Frame.Releases(in.list(8, FrameSerializers::readRelease)));
    add(
        kryo,
        FrameType.WANT_BLOB,
        (Output out, Frame.WantBlob f) -> out.writeBytes(f.hash().bytes()),
        in -> new Frame.WantBlob(in.hash()));
    add(
        kryo,
        FrameType.BLOB,
        (Output out, Frame.Blob f) -> {
          out.writeBytes(f.hash().bytes());
          block(out, f.bytes());
        },
        in -> new Frame.Blob(in.hash(), in.block(Picture.MAX_BYTES)));
    add(
        kryo,
        FrameType.FOUNDING,
        (Output out, Frame.Founding f) -> {
          block(out, f.header());
          block(out, f.body());
          block(out, f.signature());
        },
        in -> new Frame.Founding(in.block(HEADER), in.block(Body.MAX_BYTES), in.block(SIGNATURE)));
  }

  private static SignedRelease readRelease(BoundedInput in) {
    return new SignedRelease(in.block(STATEMENT), in.block(SIGNATURE));
  }

  @SuppressWarnings("unchecked")
  static <T extends Frame> void add(
      Kryo kryo, FrameType type, BiConsumer<Output, T> writer, Function<BoundedInput, T> reader) {
    kryo.register((Class<T>) type.frame, new FrameSerializer<>(writer, reader), 100 + type.code);
  }

  private static void writeHello(Output out, Frame.Hello f) {
    out.writeInt(f.leastVersion());
    out.writeInt(f.mostVersion());
    block(out, f.publicKey());
    out.writeBytes(f.dialled().bytes());
    out.writeLong(f.instance());
    out.writeLong(f.boot());
    out.writeByte(f.purpose().ordinal());
    out.writeLong(f.features());
    out.writeLong(f.clock());
    block(out, f.signature());
  }

  private static Frame.Hello readHello(BoundedInput in) {
    return new Frame.Hello(
        in.readInt(),
        in.readInt(),
        in.block(KEY),
        in.hash(),
        in.readLong(),
        in.readLong(),
        purpose(in.readByte()),
        in.readLong(),
        in.readLong(),
        in.block(SIGNATURE));
  }

  private static Purpose purpose(int code) {
    var all = Purpose.values();
    if (code < 0 || code >= all.length) throw new KryoException("purpose " + code);
    return all[code];
  }

  private static void writeVectors(Output out, Frame.Vectors f) {
    list(
        out,
        f.vectors(),
        v -> {
          log(out, v.log());
          out.writeLong(v.lowest());
          out.writeLong(v.highest());
          out.writeBytes(v.hash().bytes());
        });
    out.writeBoolean(f.last());
  }

  private static Frame.Vectors readVectors(BoundedInput in) {
    return new Frame.Vectors(
        in.list(VECTOR_BYTES, i -> new Frame.Vector(log(i), i.readLong(), i.readLong(), i.hash())),
        in.readBoolean());
  }

  private static void writeEvents(Output out, Frame.Events f) {
    log(out, f.log());
    out.writeLong(f.first());
    list(
        out,
        f.items(),
        item -> {
          block(out, item.header());
          out.writeBoolean(item.hasBody());
          if (item.hasBody()) block(out, item.body());
        });
    block(out, f.signature());
  }

  private static Frame.Events readEvents(BoundedInput in) {
    return new Frame.Events(
        log(in),
        in.readLong(),
        in.list(
            5,
            i -> new Frame.Item(i.block(HEADER), i.readBoolean() ? i.block(Body.MAX_BYTES) : null)),
        in.block(SIGNATURE));
  }

  static void log(Output out, LogId log) {
    out.writeBytes(log.conversation().bytes());
    out.writeBytes(log.author().bytes());
    out.writeLong(log.epoch());
  }

  static LogId log(BoundedInput in) {
    return Frame.log(in.exactly(Hash.BYTES), in.exactly(Hash.BYTES), in.readLong());
  }

  static void block(Output out, byte[] bytes) {
    out.writeInt(bytes.length);
    out.writeBytes(bytes);
  }

  static void utf8(Output out, String text) {
    block(out, text.getBytes(StandardCharsets.UTF_8));
  }

  static <T> void list(Output out, List<T> items, java.util.function.Consumer<T> writer) {
    out.writeInt(items.size());
    items.forEach(writer);
  }
}
