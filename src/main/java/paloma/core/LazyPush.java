package paloma.core;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import paloma.model.ConversationId;
import paloma.model.LogId;
import paloma.work.Time;

/**
 * Carries what others said in a group or on a board at little cost: its author sends it to
 * everybody; a second later each member tells a few neighbours how far it has come, and who lacks
 * something asks (the lazy push of Plumtree). So traffic grows with the members and not with their
 * square. Thread-safe.
 */
final class LazyPush {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** So many are asked for one log in two seconds: the first may be gone. */
  private static final int ASKED = 3;

  private static final Duration ASKING = Duration.ofSeconds(2);
  private static final int MOST_ASKED = 4096;

  private record Asking(long since, int times) {}

  private final Sharing sharing;
  private final Time time;
  private final Map<ConversationId, Set<LogId>> news = new HashMap<>();
  private final Map<LogId, Asking> asking = new HashMap<>();
  private Links links;

  LazyPush(Sharing sharing, Time time) {
    this.sharing = sharing;
    this.time = time;
  }

  void start(Links links) {
    this.links = links;
  }

  /** Something of these logs of a group is here that somebody may lack. */
  void came(ConversationId group, Collection<LogId> logs) {
    synchronized (news) {
      boolean first = news.isEmpty();
      news.computeIfAbsent(group, _ -> new LinkedHashSet<>()).addAll(logs);
      if (!first) return;
    }
    time.after(PAUSE, "lazy-push", this::tell);
  }

  private void tell() {
    Map<ConversationId, Set<LogId>> all;
    synchronized (news) {
      all = Map.copyOf(news);
      news.clear();
    }
    all.forEach((group, logs) -> {
      var near = sharing.neighbours(group);
      for (var sync : links.all()) {
        boolean told =
            near.contains(sync.peer()) || sharing.farewell(group, sync.peer()).isPresent();
        if (told) sync.late().tellOf(group, logs);
      }
    });
  }

  /** Whether to ask one more peer for what is new in a log. */
  boolean asks(LogId log) {
    long now = time.nanos();
    synchronized (asking) {
      if (asking.size() > MOST_ASKED) asking.clear();
      var before = asking.get(log);
      boolean fresh = before == null || now - before.since > ASKING.toNanos();
      if (!fresh && before.times >= ASKED) return false;
      asking.put(log, fresh ? new Asking(now, 1) : new Asking(before.since, before.times + 1));
      return true;
    }
  }
}
