package paloma.frames;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import paloma.model.MalformedException;

/**
 * Reads frames from a link. The length is checked against the limit of the type before anything is
 * allocated; a type of a later version is skipped within {@link FrameType.Limits#CONTROL}. After
 * any exception the reader is done for. For one thread.
 */
public final class FrameReader {
  static final int MAGIC = 0x504c; // "PL"
  static final int VERSION = 1;

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
    var bytes = new byte[length];
    in.readFully(bytes);
    return codec.decode(type, bytes, length);
  }
}
