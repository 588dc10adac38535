package paloma.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Looks at a write-ahead log as SQLite's file format describes it. SQLite itself drops everything
 * from the first frame that does not add up, without a word: that is right for what was never
 * committed, and a silent loss where the file was garbled.
 */
final class WalCheck {
  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;
  private static final int MAGIC = 0x377f0682;

  /** Pages have at most this many bytes. */
  private static final int MOST_PAGE = 65_536;

  private final FileChannel in;
  private ByteOrder order;
  private int one;
  private int two;

  private WalCheck(FileChannel in) {
    this.in = in;
  }

  /** Whether commits stand in a log behind something that does not add up. */
  static boolean lost(Path wal) throws IOException {
    if (!Files.exists(wal) || Files.size(wal) == 0) return false;
    try (var in = FileChannel.open(wal, StandardOpenOption.READ)) {
      return new WalCheck(in).lost();
    }
  }

  private boolean lost() throws IOException {
    var header = read(HEADER);
    // A log is begun with its header, in one write: a shorter one holds nothing.
    if (header == null) return false;
    int magic = header.getInt(0);
    if ((magic & ~1) != MAGIC) return true;
    order = (magic & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    add(header, 0, 24);
    if (one != header.getInt(24) || two != header.getInt(28)) return true;
    int page = header.getInt(8);
    if (page < 512 || page > MOST_PAGE) return true;
    return commitBehindWrongFrame(page, header.getLong(16));
  }

  private boolean commitBehindWrongFrame(int page, long salts) throws IOException {
    boolean wrong = false;
    for (var frame = read(FRAME_HEADER + page); frame != null; frame = read(FRAME_HEADER + page)) {
      // Frames of an older round of the log stand behind the newest ones: they end it.
      boolean ours = frame.getLong(8) == salts;
      if (wrong) {
        if (ours && frame.getInt(4) != 0) return true;
        continue;
      }
      add(frame, 0, 8);
      add(frame, FRAME_HEADER, page);
      // The last write of a process that was killed may be half: only a commit behind it tells
      // that something is gone.
      wrong = !ours || one != frame.getInt(16) || two != frame.getInt(20);
    }
    return false;
  }

  private ByteBuffer read(int bytes) throws IOException {
    var buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) if (in.read(buffer) < 0) return null;
    return buffer.flip();
  }

  private void add(ByteBuffer bytes, int from, int length) {
    var words = bytes.duplicate().order(order);
    for (int i = from; i < from + length; i += 8) {
      one += words.getInt(i) + two;
      two += words.getInt(i + 4) + one;
    }
  }
}
