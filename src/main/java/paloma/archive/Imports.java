package paloma.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes what a reader of another history finds, in the order of the file. */
public interface Imports {
  /** A message. */
  void message(Foreign message) throws IOException;

  /** Something that is no message although one should stand there; lines begin at 1. */
  void unreadable(long line);

  /** Lines that could not be read: all are counted, the first ones are named. */
  final class Unreadable {
    private static final int NAMED = 1000;

    private final List<Long> lines = new ArrayList<>();
    private long count;

    public void add(long line) {
      count++;
      if (lines.size() < NAMED) lines.add(line);
    }

    public long count() {
      return count;
    }

    public List<Long> lines() {
      return List.copyOf(lines);
    }
  }
}
