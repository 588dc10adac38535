package paloma.core;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import paloma.model.Endpoint;
import paloma.wire.Link;

/** Several dials to one device: the first link wins, later ones are closed. Thread-safe. */
final class DialRace {
  /** The winner. */
  record Won(Link link, Endpoint at) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int running;
  private Won winner;

  void begin() {
    lock.lock();
    try {
      running++;
    } finally {
      lock.unlock();
    }
  }

  void won(Link link, Endpoint at) {
    boolean late;
    lock.lock();
    try {
      running--;
      late = winner != null;
      if (!late) winner = new Won(link, at);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (late) link.close();
  }

  void lost() {
    lock.lock();
    try {
      running--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits a while, or until nobody runs any more; true when there is a winner. */
  boolean decided(Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      while (winner == null && running > 0 && left > 0) left = changed.awaitNanos(left);
      return winner != null;
    } finally {
      lock.unlock();
    }
  }

  /** The winner, when all have ended or one has won. */
  Optional<Won> result() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (winner == null && running > 0) changed.await();
      return Optional.ofNullable(winner);
    } finally {
      lock.unlock();
    }
  }
}
