package paloma.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import paloma.wire.Link;
import paloma.work.Tasks;
import paloma.work.Time;

/** The files links that are answered now: not too many of one peer, none that stands still. */
final class Servings implements AutoCloseable {
  /** A peer has this many files links at most; each holds buffers. */
  private static final int LINKS_PER_PEER = 8;

  /** A peer that takes nothing for so long is gone, or holds our buffers on purpose. */
  private static final Duration STALLED = Duration.ofSeconds(30);

  private final Tasks tasks;
  private final Shelf shelf;
  private final Set<Serving> serving = ConcurrentHashMap.newKeySet();
  private Time.Timer watching;

  Servings(Tasks tasks, Shelf shelf) {
    this.tasks = tasks;
    this.shelf = shelf;
  }

  void start() {
    watching = tasks.time().every(STALLED.dividedBy(3), "serving-watch", this::dropStalled);
  }

  /** Answers one files link until it ends. */
  void serve(Link link) throws IOException {
    long before = serving.stream().filter(s -> s.link().peer().equals(link.peer())).count();
    if (before >= LINKS_PER_PEER) {
      link.close();
      return;
    }
    var one = new Serving(link, tasks, shelf);
    serving.add(one);
    try {
      one.run();
    } finally {
      serving.remove(one);
    }
  }

  private void dropStalled() {
    long now = tasks.time().nanos();
    for (var one : serving) {
      long since = one.busySince();
      if (since != 0 && now - since > STALLED.toNanos()) one.link().close();
    }
  }

  @Override
  public void close() {
    if (watching != null) watching.cancel();
    serving.forEach(one -> one.link().close());
  }
}
