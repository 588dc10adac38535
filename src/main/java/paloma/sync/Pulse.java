package paloma.sync;

import java.time.Duration;
import paloma.frames.Frame;
import paloma.wire.Link;
import paloma.work.Time;

/** Whether the peer of a link is still there: patience with its silence. Thread-safe. */
final class Pulse {
  /** A peer that sends nothing for so long is gone: two of its heartbeats were lost. */
  private static final Duration DEAD = Duration.ofSeconds(25);

  /** After the network changed the answer to a ping must come so soon. */
  private static final Duration PROBE = Duration.ofSeconds(4);

  private final Link link;
  private final Lane lane;
  private final Time time;
  private volatile boolean probing;

  Pulse(Link link, Lane lane, Time time) {
    this.link = link;
    this.lane = lane;
    this.time = time;
  }

  void start() {
    link.patience(DEAD);
  }

  /** The peer said something. */
  void heard() {
    if (!probing) return;
    probing = false;
    link.patience(DEAD);
  }

  /** Asks for a sign of life; without one the link ends soon. */
  void probe() {
    probing = true;
    link.patience(PROBE);
    lane.post(new Frame.Ping(time.nanos()));
  }
}
