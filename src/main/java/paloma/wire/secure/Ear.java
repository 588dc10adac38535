package paloma.wire.secure;

import java.net.InetAddress;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.MalformedException;

/**
 * Decides what of all that is heard is worth telling: bounded, rate limited, genuine and not a
 * replay. Pure in time; thread-safe.
 */
final class Ear {
  /** Whether the holder of the key signed these bytes: what is dear, and rationed. */
  interface Check {
    boolean genuine(byte[] bytes, byte[] publicKey);
  }

  /** What became of a datagram. */
  enum Verdict {
    /** Genuine, and from a run of that program that was not heard before. */
    NEWCOMER,
    /** Genuine, and somebody known: a sign of life or a change. */
    NEWS,
    /** Genuine, and a goodbye. */
    GOODBYE,
    /** Our own voice. */
    OURSELVES,
    /** Our own key, in another run of the program that began no earlier than ours. */
    CLONE,
    /** Nothing new: repeated within a second, or older than what is known. */
    STALE,
    /** Not an announcement, not genuine, or too many. */
    REFUSED
  }

  /** A verdict, and what it is about; null when refused. */
  record Heard(Verdict verdict, DeviceId device, Announcement announcement) {}

  /** {@code checked}: the signature is good; else it was not worth a check. */
  private record Known(DeviceId device, Announcement announcement, boolean checked) {}

  private record Latest(long boot, long instance, long sequence, boolean gone) {}

  private record Sign(DeviceId device, InetAddress from, String way) {}

  /** Peers and strangers of {@code security.md}, "Limits". */
  private static final int DEVICES = 4_096 + 512;

  private static final int SOURCES = 4_096;
  private static final double PER_SOURCE = 5;
  private static final double BURST = 20;

  /** One machine may be home to several profiles, and only we ourselves suffer. */
  private static final int OWN_FACTOR = 20;

  /** Of 200 checks a second in all, strangers can't take the share of those who are known. */
  private static final double CHECKS_OF_STRANGERS = 150;

  private static final double CHECKS_OF_KNOWN = 50;

  /** The same device by the same way from the same place says no more within this time. */
  private static final long REPEAT_NANOS = 300_000_000L;

  private final DeviceId me;
  private final long instance;
  private final long boot;
  private final Recent<Hash, Known> genuine = new Recent<>(DEVICES);
  private final Recent<DeviceId, Latest> latest = new Recent<>(DEVICES);
  private final Recent<Sign, Long> signs = new Recent<>(4 * DEVICES);
  private final Recent<InetAddress, Rate> sources = new Recent<>(SOURCES);
  private final Rate strangers;
  private final Rate known;
  private final Check check;

  Ear(DeviceId me, long instance, long boot, long now) {
    this(me, instance, boot, now, Announcement::genuine);
  }

  Ear(DeviceId me, long instance, long boot, long now, Check check) {
    this.me = me;
    this.instance = instance;
    this.boot = boot;
    this.check = check;
    strangers = new Rate(CHECKS_OF_STRANGERS, CHECKS_OF_STRANGERS, now);
    known = new Rate(CHECKS_OF_KNOWN, CHECKS_OF_KNOWN, now);
  }

  /**
   * @param own whether the source is an address of this machine
   * @param now nanoseconds
   */
  Heard hear(byte[] bytes, InetAddress from, boolean own, String way, long now) {
    if (bytes.length > Announcement.MOST_ACCEPTED) return refused();
    Known known;
    try {
      known = known(bytes, from, own, now);
    } catch (MalformedException e) {
      return refused();
    }
    return known == null ? refused() : judge(known, from, way, now);
  }

  private Known known(byte[] bytes, InetAddress from, boolean own, long now)
      throws MalformedException {
    var hash = Hash.sha256(bytes);
    Announcement announcement;
    DeviceId device;
    synchronized (this) {
      // What was verified before costs microseconds, and a terminal server is one address for
      // fifty people: only bytes that are new count against their source.
      var seen = genuine.get(hash);
      if (seen != null) return seen;
      if (!source(from, own, now).pass(now)) return null;
      announcement = Announcement.parse(bytes);
      device = announcement.device();
      if (device.equals(me) && announcement.instance() == instance) {
        return new Known(device, announcement, false);
      }
      var last = latest.get(device);
      if (last != null && older(announcement, last)) {
        return new Known(device, announcement, false);
      }
      var rate = last == null ? strangers : this.known;
      if (!rate.pass(now)) return null;
    }
    if (!check.genuine(bytes, announcement.publicKey())) return null;
    var result = new Known(device, announcement, true);
    synchronized (this) {
      genuine.put(hash, result);
    }
    return result;
  }

  private synchronized Heard judge(Known heard, InetAddress from, String way, long now) {
    var announcement = heard.announcement();
    var device = heard.device();
    if (device.equals(me)) {
      if (announcement.instance() == instance) return heard(Verdict.OURSELVES, heard);
      boolean old = !heard.checked() || announcement.goodbye() || announcement.boot() < boot;
      return heard(old ? Verdict.STALE : Verdict.CLONE, heard);
    }
    var last = latest.get(device);
    if (!heard.checked() || last != null && older(announcement, last)) {
      return heard(Verdict.STALE, heard);
    }
    latest.put(
        device,
        new Latest(
            announcement.boot(),
            announcement.instance(),
            announcement.sequence(),
            announcement.goodbye()));
    if (announcement.goodbye()) {
      return heard(last != null && last.gone() ? Verdict.STALE : Verdict.GOODBYE, heard);
    }
    if (last == null || last.instance() != announcement.instance()) {
      signs.put(new Sign(device, from, way), now);
      return heard(Verdict.NEWCOMER, heard);
    }
    boolean changed = last.sequence() != announcement.sequence();
    var before = signs.put(new Sign(device, from, way), now);
    boolean repeated = !changed && before != null && now - before < REPEAT_NANOS;
    return heard(repeated ? Verdict.STALE : Verdict.NEWS, heard);
  }

  /** Within a run the sequence says what is older; a goodbye is the last word of its run. */
  private static boolean older(Announcement a, Latest last) {
    if (a.boot() != last.boot()) return a.boot() < last.boot();
    if (a.instance() != last.instance()) return false;
    return a.sequence() < last.sequence() || last.gone() && !a.goodbye();
  }

  private Rate source(InetAddress from, boolean own, long now) {
    int factor = own ? OWN_FACTOR : 1;
    return sources.computeIfAbsent(from, _ -> new Rate(PER_SOURCE * factor, BURST * factor, now));
  }

  private static Heard heard(Verdict verdict, Known known) {
    return new Heard(verdict, known.device(), known.announcement());
  }

  private static Heard refused() {
    return new Heard(Verdict.REFUSED, null, null);
  }
}
