package paloma.lan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What one run of a node said on its standard output, one JSON object a line. Thread-safe. */
public final class Notices {

  /** A line and when it was read, by {@link System#nanoTime}. */
  public record Heard(long nanos, Map<String, Object> row) {
    public String text(String field) {
      return String.valueOf(row.get(field));
    }

    public long number(String field) {
      return ((Number) row.get(field)).longValue();
    }

    public boolean is(String... events) {
      return List.of(events).contains(text("event"));
    }

    /** Whether it says that this person is there now, or that it is not. */
    boolean isPresence(String id, boolean present) {
      if (!is("peer-appeared", "peer-changed", "peer-left") || !text("id").equals(id)) return false;
      return present != (is("peer-left") || text("presence").equals("offline"));
    }
  }

  private final List<Heard> all = new ArrayList<>();
  private boolean ended;

  synchronized void add(Map<String, Object> row) {
    all.add(new Heard(System.nanoTime(), row));
    notifyAll();
  }

  /** No more will come. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** How many there are by now: a place to await what comes after. */
  synchronized int count() {
    return all.size();
  }

  /** The first such notice from a place on, waiting for it; null when it does not come. */
  synchronized Heard await(int from, Predicate<Heard> wanted, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    int next = from;
    while (true) {
      for (; next < all.size(); next++) {
        if (wanted.test(all.get(next))) return all.get(next);
      }
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0 || ended) return null;
      wait(left);
    }
  }

  /** The last ones, for somebody who wants to know what went wrong. */
  synchronized String last(int most) {
    var text = new StringBuilder();
    for (var heard : all.subList(Math.max(0, all.size() - most), all.size())) {
      text.append("  ").append(heard.row()).append('\n');
    }
    return text.toString();
  }
}
