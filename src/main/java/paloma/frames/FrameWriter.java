package paloma.frames;

import com.esotericsoftware.kryo.io.Output;
import java.io.IOException;
import java.io.OutputStream;

/** Writes frames to a link: one write each, so that a frame is not torn. For one thread. */
public final class FrameWriter {
  private static final int HEAD = 8;
  private static final int MOST = HEAD + (1 << 20) + 4096;

  private final OutputStream out;
  private final FrameCodec codec = new FrameCodec();
  private final Output buffer = new Output(1024, MOST);

  public FrameWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes a frame; {@link #flush} sends it. */
  public void write(Frame frame) throws IOException {
    var type = FrameCodec.typeOf(frame);
    buffer.setPosition(HEAD);
    codec.encode(frame, buffer);
    int end = buffer.position();
    if (end - HEAD > type.limit) {
      throw new IllegalArgumentException(type + " of " + (end - HEAD) + " bytes");
    }
    var bytes = buffer.getBuffer();
    bytes[0] = (byte) (FrameReader.MAGIC >> 8);
    bytes[1] = (byte) FrameReader.MAGIC;
    bytes[2] = FrameReader.VERSION;
    bytes[3] = (byte) type.code;
    int length = end - HEAD;
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
