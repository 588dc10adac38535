package paloma.log;

import java.util.ArrayList;
import java.util.List;
import paloma.model.LogId;

/**
 * Events of one log without a gap, as they came or as they go. The last one is signed; the chain of
 * hashes proves the others.
 */
public record Page(LogId log, long first, List<Item> items) {
  /**
   * A header as it was signed.
   *
   * @param body null for one that vanished
   * @param signature null where only a later one proves this event
   */
  public record Item(byte[] header, byte[] body, byte[] signature) {
    int bytes() {
      return header.length + (body == null ? 0 : body.length);
    }
  }

  public long last() {
    return first + items.size() - 1;
  }

  /** What proves the page; null when nobody signed its last event. */
  public byte[] signature() {
    return items.getLast().signature();
  }

  public int bytes() {
    return items.stream().mapToInt(Item::bytes).sum();
  }

  /** Whether the other page goes on where this one ends. */
  public boolean continuedBy(Page next) {
    return next.log.equals(log) && next.first == last() + 1;
  }

  /** Both pages as one, proved by the last signature. */
  public Page with(Page next) {
    var all = new ArrayList<Item>(items.size() + next.items.size());
    all.addAll(items);
    all.addAll(next.items);
    return new Page(log, first, all);
  }
}
