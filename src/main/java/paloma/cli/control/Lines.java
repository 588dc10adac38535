package paloma.cli.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines of UTF-8, of a bounded length. */
public final class Lines {
  /** Room for {@link #MOST_TEXT} with every byte escaped. */
  private static final int LONGEST = 16 << 20;

  /** Bytes of a text that one {@code send} takes; a book fits. */
  public static final int MOST_TEXT = 2 << 20;

  private Lines() {}

  /** The next line without its end; null where the stream ends. */
  static String read(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream(256);
    while (true) {
      int b = in.read();
      if (b == '\n' || b < 0 && line.size() > 0) return line.toString(StandardCharsets.UTF_8);
      if (b < 0) return null;
      if (line.size() == LONGEST) throw new IOException("line too long");
      line.write(b);
    }
  }
}
