package paloma.log;

import java.util.ArrayList;
import java.util.List;
import paloma.model.LogId;

/**
 * Events of one log without a gap, as they came or as they go. The signature is the last one's: the
 * chain of hashes proves the others.
 */
public record Page(LogId log, long first, List<Item> items, byte[] signature) {
  /** A header as it was signed, and its body; null for one that vanished. */
  public record Item(byte[] header, byte[] body) {
    int bytes() {
      return header.length + (body == null ? 0 : body.length);
    }
  }

  public long last() {
    return first + items.size() - 1;
  }

  public int bytes() {
    return items.stream().mapToInt(Item::bytes).sum();
  }

  /** Whether the other page goes on where this one ends. */
  public boolean continuedBy(Page next) {
    return next.log.equals(log) && next.first == last() + 1;
  }

  /** Both pages as one, proved by one signature. */
  public Page with(Page next) {
    var all = new ArrayList<Item>(items.size() + next.items.size());
    all.addAll(items);
    all.addAll(next.items);
    return new Page(log, first, all, next.signature);
  }
}
