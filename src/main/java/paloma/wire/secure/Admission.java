package paloma.wire.secure;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** Counts who is at the door without having proved a key, and says who may still come. */
final class Admission {
  /** Addresses that proved a key in this run: as many as a large office has at a switch. */
  private static final int REMEMBERED = 1_024;

  private final Limits limits;
  private final Map<InetAddress, Integer> waiting = new HashMap<>();
  private final Recent<InetAddress, Boolean> proved = new Recent<>(REMEMBERED);
  private int all;

  Admission(Limits limits) {
    this.limits = limits;
  }

  synchronized boolean enter(InetAddress from, boolean own) {
    int most = own ? limits.perOwnAddress() : limits.perAddress();
    int places = limits.unauthenticated() - (proved.get(from) != null ? 0 : limits.kept());
    if (all >= places || waiting.getOrDefault(from, 0) >= most) return false;
    waiting.merge(from, 1, Integer::sum);
    all++;
    return true;
  }

  synchronized void leave(InetAddress from, boolean hasProved) {
    waiting.computeIfPresent(from, (_, count) -> count == 1 ? null : count - 1);
    all--;
    if (hasProved) proved.put(from, true);
  }
}
