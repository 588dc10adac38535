package paloma.frames;

import com.esotericsoftware.kryo.io.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes frames to a link: one write each, but for large chunks. For one thread. */
public final class FrameWriter {
  private static final int HEAD = 8;
  private static final int MOST = HEAD + (1 << 20) + 4096;

  /** From here on a copy into our buffer costs more than a second write. */
  private static final int LARGE = 64 * 1024;

  private final OutputStream out;
  private final FrameCodec codec = new FrameCodec();
  private final Output buffer = new Output(1024, MOST);

  public FrameWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes a frame; {@link #flush} sends it. */
  public void write(Frame frame) throws IOException {
    if (frame instanceof Frame.Chunk chunk && chunk.bytes().remaining() >= LARGE) {
      var bytes = chunk.bytes();
      var head = new Frame.Chunk(chunk.offer(), chunk.index(), ByteBuffer.allocate(0));
      write(head, bytes.remaining());
      out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    } else {
      write(frame, 0);
    }
  }

  /** Writes a frame of which so many bytes follow. */
  private void write(Frame frame, int more) throws IOException {
    var type = FrameCodec.typeOf(frame);
    buffer.setPosition(HEAD);
    codec.encode(frame, buffer);
    int end = buffer.position();
    int length = end - HEAD + more;
    if (length > type.limit) {
      throw new IllegalArgumentException(type + " of " + length + " bytes");
    }
    var bytes = buffer.getBuffer();
    bytes[0] = (byte) (FrameReader.MAGIC >> 8);
    bytes[1] = (byte) FrameReader.MAGIC;
    bytes[2] = FrameReader.VERSION;
    bytes[3] = (byte) type.code;
    bytes[4] = (byte) (length >> 24);
    bytes[5] = (byte) (length >> 16);
    bytes[6] = (byte) (length >> 8);
    bytes[7] = (byte) length;
    out.write(bytes, 0, end);
  }

  public void flush() throws IOException {
    out.flush();
  }

  /** Writes one frame and sends it. */
  public void send(Frame frame) throws IOException {
    write(frame);
    flush();
  }
}
