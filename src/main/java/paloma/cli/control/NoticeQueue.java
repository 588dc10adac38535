package paloma.cli.control;

import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.model.Problem;

/**
 * Notices on their way to somebody who may read slowly: the notices thread never waits for them.
 * Who falls too far behind misses some and is told how many.
 */
public final class NoticeQueue implements AutoCloseable {
  /** A burst of an hour of a lively office, and a few megabytes at most. */
  private static final int MOST = 10_000;

  /** A notice and when it came. */
  public record Timed(Instant at, Notice notice) {}

  private final LinkedBlockingQueue<Timed> queue;
  private final AtomicInteger missed = new AtomicInteger();
  private AutoCloseable listening;

  NoticeQueue(int most) {
    queue = new LinkedBlockingQueue<>(most);
  }

  /** Everything that the messenger says from now on. */
  public static NoticeQueue of(Messenger messenger) {
    var notices = new NoticeQueue(MOST);
    notices.listening = messenger.listen(notices::add);
    return notices;
  }

  /** Adds a problem that was there before anybody listened. */
  public void tell(Problem problem) {
    add(new Notice.ProblemArose(problem));
  }

  void add(Notice notice) {
    if (!queue.offer(new Timed(Instant.now(), notice))) missed.incrementAndGet();
  }

  /** Waits for the next one. */
  public Timed take() throws InterruptedException {
    int lost = queue.isEmpty() ? missed.getAndSet(0) : 0;
    if (lost == 0) return queue.take();
    var problem = Problem.failed("notices-missed", String.valueOf(lost));
    return new Timed(Instant.now(), new Notice.ProblemArose(problem));
  }

  @Override
  public void close() {
    stop(listening);
  }

  static void stop(AutoCloseable listening) {
    if (listening == null) return;
    try {
      listening.close();
    } catch (Exception e) {
      System.getLogger("paloma.cli").log(System.Logger.Level.WARNING, "cannot stop listening", e);
    }
  }
}
