package paloma.core;

import java.util.List;

/**
 * What became of an import.
 *
 * @param read messages in the file
 * @param added of them, those that were not here
 * @param unreadable places in the file that are no messages
 * @param lines where the first of them stand
 */
public record Imported(long read, long added, int people, long unreadable, List<Long> lines) {
  /** Those that were here already. */
  public long known() {
    return read - added;
  }
}
