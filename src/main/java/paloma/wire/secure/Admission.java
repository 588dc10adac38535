package paloma.wire.secure;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Counts who is at the door without having proved a key, and says who may still come and whose turn
 * it is. Some places are kept for the addresses of contacts: anybody can prove some key, so that
 * having proved one opens no kept place.
 */
final class Admission {
  private final Limits limits;
  private final Map<InetAddress, Integer> waiting = new HashMap<>();
  private final Semaphore turns;
  private final Semaphore turnsOfStrangers;
  private int all;

  Admission(Limits limits) {
    this.limits = limits;
    turns = new Semaphore(limits.handshakes(), true);
    turnsOfStrangers = new Semaphore(Math.max(1, limits.handshakes() - limits.kept()), true);
  }

  synchronized boolean enter(InetAddress from, boolean own, boolean contact) {
    int most = own ? limits.perOwnAddress() : limits.perAddress();
    int places = limits.unauthenticated() - (contact ? 0 : limits.kept());
    if (all >= places || waiting.getOrDefault(from, 0) >= most) return false;
    waiting.merge(from, 1, Integer::sum);
    all++;
    return true;
  }

  synchronized void leave(InetAddress from) {
    waiting.computeIfPresent(from, (_, count) -> count == 1 ? null : count - 1);
    all--;
  }

  /** Waits for a turn to compute; false when it did not come in the time of a handshake. */
  boolean begin(boolean contact) throws InterruptedException {
    if (!contact && !acquire(turnsOfStrangers)) return false;
    boolean begun = false;
    try {
      begun = acquire(turns);
      return begun;
    } finally {
      if (!begun && !contact) turnsOfStrangers.release();
    }
  }

  private boolean acquire(Semaphore of) throws InterruptedException {
    return of.tryAcquire(limits.handshake().toMillis(), TimeUnit.MILLISECONDS);
  }

  void end(boolean contact) {
    turns.release();
    if (!contact) turnsOfStrangers.release();
  }
}
