package paloma.frames;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import paloma.model.MalformedException;

/**
 * Reads frames from a link. The length is checked against the limit of the type before anything is
 * allocated; a type of a later version is skipped within {@link FrameType.Limits#CONTROL}. After
 * any exception the reader is done for. For one thread.
 */
public final class FrameReader {
  static final int MAGIC = 0x504c; // "PL"
  static final int VERSION = 1;

  /** Buffers of chunks that are kept for the next ones: as many as a window of them has. */
  private static final int SPARE = 5;

  /** Smaller chunks are cheaper to allocate than to keep. */
  private static final int LARGE = 64 * 1024;

  private final ArrayBlockingQueue<byte[]> spare = new ArrayBlockingQueue<>(SPARE);
  private final DataInputStream in;
  private final FrameCodec codec = new FrameCodec();

  public FrameReader(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /**
   * The next frame.
   *
   * @throws EOFException when the link ended between two frames or inside one
   * @throws MalformedException when what came is no frame
   */
  public Frame read() throws IOException {
    return next(Frame.class);
  }

  /**
   * The next frame, which must be of this type: what else may come in this state is nothing, and is
   * refused before anything is allocated for it.
   */
  public <T extends Frame> T read(Class<T> type) throws IOException {
    return type.cast(next(type));
  }

  private Frame next(Class<? extends Frame> expected) throws IOException {
    if (in.readUnsignedShort() != MAGIC) throw new MalformedException("not a frame");
    int version = in.readUnsignedByte();
    if (version != VERSION) throw new MalformedException("frame version " + version);
    int code = in.readUnsignedByte();
    int length = in.readInt();
    var type = FrameType.of(code);
    int limit = type == null ? FrameType.Limits.CONTROL : type.limit;
    if (length < 0 || length > limit) {
      throw new MalformedException("frame " + code + " of " + length + " bytes");
    }
    if (expected != Frame.class && (type == null || type.frame != expected)) {
      throw new MalformedException("expected " + expected.getSimpleName());
    }
    if (type == null) {
      in.skipNBytes(length);
      return new Frame.Unknown(code);
    }
    var bytes = buffer(type, length);
    in.readFully(bytes, 0, length);
    return codec.decode(type, bytes, length);
  }

  private byte[] buffer(FrameType type, int length) {
    if (type != FrameType.CHUNK || length < LARGE) return new byte[length];
    var kept = spare.poll();
    return kept != null ? kept : new byte[type.limit];
  }

  /**
   * Gives the bytes of a {@link Frame.Chunk} back, from any thread; they must not be used again.
   */
  public void recycle(ByteBuffer chunk) {
    if (chunk.array().length == FrameType.CHUNK.limit) spare.offer(chunk.array());
  }
}
