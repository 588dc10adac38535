package paloma.wire.secure;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import paloma.identity.Identity;
import paloma.model.Profile;
import paloma.wire.Wire.Announced;
import paloma.work.Time;

/**
 * Keeps the announcement of this run and says it when the rules want it. Its bytes stay the same
 * until something in them changes, so that others verify them once. Thread-safe.
 */
final class Announcer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.wire");

  /** Nobody will say it again, and a datagram may be lost. */
  private static final int GOODBYES = 2;

  private final Identity me;
  private final long instance;
  private final long boot;
  private final Time time;
  private final AnnouncementRules rules;
  private final Predicate<byte[]> say;
  private final Consumer<byte[]> changed;
  private long sequence;
  private int port;
  private Announced announced;
  private byte[] bytes;
  private int ways = 1;
  private int peers;
  private Time.Timer timer = () -> {};
  private OptionalLong armed = OptionalLong.empty();
  private boolean closed;

  /**
   * @param say sends by all ways; false when some way did not take it
   * @param changed told of new bytes, for the record of mDNS
   */
  Announcer(
      Identity me,
      long instance,
      long boot,
      Time time,
      AnnouncementRules rules,
      Predicate<byte[]> say,
      Consumer<byte[]> changed) {
    this.me = me;
    this.instance = instance;
    this.boot = boot;
    this.time = time;
    this.rules = rules;
    this.say = say;
    this.changed = changed;
  }

  synchronized void port(int port) {
    this.port = port;
    if (announced != null) renew();
  }

  synchronized void announce(Profile profile) {
    var next =
        new Announced(
            profile.counter(),
            profile.name(),
            profile.department(),
            profile.host(),
            profile.presence());
    if (next.equals(announced)) return;
    announced = next;
    if (port != 0) renew();
  }

  /** New interfaces: everybody there is told as at the start. */
  synchronized void network(int ways) {
    this.ways = ways;
    if (rules.population(peers, ways) && bytes != null) renew();
    if (bytes != null) rules.burst(time.nanos());
    arm();
  }

  synchronized void newcomer() {
    if (bytes == null) return;
    rules.newcomer(time.nanos());
    arm();
  }

  synchronized void population(int peers) {
    this.peers = peers;
    if (rules.population(peers, ways) && bytes != null) renew();
  }

  synchronized Duration period() {
    return Duration.ofMillis(rules.periodMillis());
  }

  private void renew() {
    boolean first = bytes == null;
    bytes = announcement(false).encode(me);
    changed.accept(bytes);
    if (first) {
      rules.burst(time.nanos());
    } else {
      rules.changed(time.nanos());
    }
    arm();
  }

  private Announcement announcement(boolean goodbye) {
    return new Announcement(
        me.publicKey(),
        instance,
        boot,
        ++sequence,
        port,
        rules.periodMillis(),
        announced,
        goodbye,
        Hello.FEATURES);
  }

  private void arm() {
    var next = rules.next();
    if (closed || next.isEmpty() || next.equals(armed)) return;
    timer.cancel();
    armed = next;
    long wait = Math.max(0, next.getAsLong() - time.nanos());
    timer = time.after(Duration.ofNanos(wait), "announce", this::turn);
  }

  private synchronized void turn() {
    armed = OptionalLong.empty();
    if (closed) return;
    if (rules.due(time.nanos()) && !say.test(bytes)) rules.retry(time.nanos());
    arm();
  }

  /** Says goodbye. */
  @Override
  public synchronized void close() {
    if (closed) return;
    closed = true;
    timer.cancel();
    if (bytes == null) return;
    var goodbye = announcement(true).encode(me);
    for (int i = 0; i < GOODBYES; i++) {
      if (!say.test(goodbye)) LOG.log(Level.DEBUG, "goodbye not said by every way");
    }
  }
}
