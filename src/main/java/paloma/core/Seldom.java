package paloma.core;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import paloma.work.Time;

/** Lets something through once in a while for each of many. Thread-safe, bounded. */
final class Seldom<K> {
  /** Who is pushed out may do it once too early: harmless. */
  private static final int MOST = 4096;

  private final Duration pause;
  private final Time time;
  private final Map<K, Long> last = new LinkedHashMap<>();

  Seldom(Duration pause, Time time) {
    this.pause = pause;
    this.time = time;
  }

  /** Whether it may be now; if so, it was. */
  synchronized boolean take(K key) {
    if (!ready(key)) return false;
    last.remove(key);
    last.put(key, time.nanos());
    if (last.size() > MOST) last.remove(last.keySet().iterator().next());
    return true;
  }

  synchronized boolean ready(K key) {
    var before = last.get(key);
    return before == null || time.nanos() - before >= pause.toNanos();
  }
}
