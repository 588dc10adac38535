package paloma.cli.control;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.model.Update;

/** Waits for an update to come, woken by the notices about it. */
final class UpdateWait implements AutoCloseable {
  private final Messenger messenger;
  private final Semaphore news = new Semaphore(0);
  private AutoCloseable listening;

  private UpdateWait(Messenger messenger) {
    this.messenger = messenger;
  }

  static UpdateWait of(Messenger messenger) {
    var wait = new UpdateWait(messenger);
    wait.listening =
        messenger.listen(notice -> {
          if (notice instanceof Notice.UpdateChanged || notice instanceof Notice.Stopping) {
            wait.news.release();
          }
        });
    return wait;
  }

  /** How it is when nothing comes any more, or when patience ran out. */
  Optional<Update> untilEnded(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      var update = messenger.updates().shown();
      boolean coming = update.map(u -> u.state() == Update.State.DOWNLOADING).orElse(false);
      long left = deadline - System.nanoTime();
      if (!coming || left <= 0) return update;
      if (news.tryAcquire(left, TimeUnit.NANOSECONDS)) news.drainPermits();
    }
  }

  @Override
  public void close() {
    NoticeQueue.stop(listening);
  }
}
