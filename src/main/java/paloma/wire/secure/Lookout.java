package paloma.wire.secure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import paloma.net.Nic;
import paloma.work.Time;

/**
 * Looks once a second for what nobody reports: that this machine slept, that it is in no network,
 * and that the network lets nobody call. Reports on a timer's thread.
 */
final class Lookout implements AutoCloseable {
  /** Neighbours answer within two periods of ten seconds; an IPv6 address takes a few more. */
  static final Duration BLOCKED_AFTER = Duration.ofSeconds(45);

  /** Where it reports. */
  interface Report {
    /** Time jumped: the network may be another one, and whoever was linked may be gone. */
    void awoke();

    void problem(String code, String... details);
  }

  private final Time time;
  private final Findings findings;
  private final boolean chosen;
  private final AtomicBoolean aloneTold = new AtomicBoolean();
  private final AtomicBoolean blockedTold = new AtomicBoolean();
  private final Wakefulness wakefulness;
  private Report report;
  private volatile boolean alone;
  private volatile Time.Timer timer = () -> {};

  /**
   * @param chosen whether somebody chose the addresses: then the loopback interface is a network
   */
  Lookout(Time time, Findings findings, boolean chosen) {
    this.time = time;
    this.findings = findings;
    this.chosen = chosen;
    wakefulness = new Wakefulness(time.now(), time.nanos());
  }

  void start(Report report) {
    this.report = report;
    timer = time.every(Wakefulness.LOOK, "wire-look", this::look);
  }

  /** These are the interfaces now. */
  void use(List<Nic> nics) {
    alone = !chosen && nics.stream().allMatch(Nic::loopback) || nics.isEmpty();
    findings.use(nics);
  }

  /** Whether there is no network, and the loopback interface serves in its place. */
  boolean alone() {
    return alone;
  }

  private void look() {
    boolean jumped;
    synchronized (wakefulness) {
      jumped = wakefulness.jumped(time.now(), time.nanos());
    }
    if (jumped) report.awoke();
    // Told at the next look, and once until there was a network again: a cable may be re-plugged.
    if (!alone) aloneTold.set(false);
    else if (aloneTold.compareAndSet(false, true)) report.problem("no-network");
    if (blockedTold.get()) return;
    var blocked = findings.blocked(BLOCKED_AFTER);
    if (blocked.isPresent() && blockedTold.compareAndSet(false, true)) {
      report.problem("multicast-blocked", blocked.get());
    }
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
