package paloma.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import paloma.frames.Frame;
import paloma.frames.FrameWriter;
import paloma.log.Logs;
import paloma.log.Markers;
import paloma.log.Page;
import paloma.model.LogId;
import paloma.wire.Link;
import paloma.work.Time;

/**
 * What goes out on one link, in one task: control frames first, then markers, then pages. It reads
 * events from the database when it can send them, so nothing piles up in memory.
 */
final class Lane {
  /** An idle lane gives a sign of life this often. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** A write that makes no progress for so long ends the link. */
  private static final Duration STUCK = Duration.ofSeconds(30);

  /** What is not acknowledged after this is shown as handed over. */
  private static final Duration HANDED_OVER = Duration.ofMillis(300);

  /** Markers are signed together, so long after the first word. */
  private static final Duration PROOF = Duration.ofSeconds(2);

  /** A marker takes about 250 bytes: so many fit a control frame. */
  private static final int MARKERS = 200;

  private final SyncLink sync;
  private final Link link;
  private final Logs logs;
  private final Markers markers;
  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final ArrayDeque<Frame> control = new ArrayDeque<>();
  private final Set<LogId> marked = new LinkedHashSet<>();
  private final Set<LogId> unproved = new LinkedHashSet<>();
  private boolean proofDue;
  private boolean awake;
  private volatile long writingSince;
  private volatile boolean handingOver;

  Lane(SyncLink sync, Link link, Logs logs, Markers markers, Time time) {
    this.sync = sync;
    this.link = link;
    this.logs = logs;
    this.markers = markers;
    this.time = time;
  }

  void post(Frame frame) {
    lock.lock();
    try {
      control.add(frame);
      signal();
    } finally {
      lock.unlock();
    }
  }

  void mark(LogId log) {
    lock.lock();
    try {
      marked.add(log);
      signal();
    } finally {
      lock.unlock();
    }
  }

  void wake() {
    lock.lock();
    try {
      signal();
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    awake = true;
    work.signal();
  }

  void run() throws IOException, InterruptedException {
    var writer = new FrameWriter(link.out());
    var watchdog = time.every(STUCK.dividedBy(3), "watchdog", this::watch);
    try {
      while (true) {
        if (!await()) post(new Frame.Ping(time.nanos()));
        writingSince = time.nanos();
        writeWhatIsDue(writer);
        writingSince = 0;
      }
    } finally {
      watchdog.cancel();
    }
  }

  private void watch() {
    long since = writingSince;
    if (since != 0 && time.nanos() - since > STUCK.toNanos()) link.close();
  }

  /** Waits for work; false when the heartbeat is due first. */
  private boolean await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = HEARTBEAT.toNanos();
      while (!awake && left > 0) left = work.awaitNanos(left);
      boolean due = awake;
      awake = false;
      return due;
    } finally {
      lock.unlock();
    }
  }

  private void writeWhatIsDue(FrameWriter writer) throws IOException {
    while (true) {
      var frames = takeControl();
      var said = takeMarked();
      frames.addAll(markerFrames(said, false));
      proveLater(said);
      frames.addAll(markerFrames(takeUnproved(), true));
      var page = nextPage();
      if (page != null) frames.add(events(page));
      if (frames.isEmpty()) return;
      for (var frame : frames) {
        writer.write(frame);
        writingSince = time.nanos();
      }
      writer.flush();
      if (page != null) watchAcknowledgement();
    }
  }

  private List<Frame> takeControl() {
    lock.lock();
    try {
      var frames = new ArrayList<Frame>(control);
      control.clear();
      return frames;
    } finally {
      lock.unlock();
    }
  }

  private List<LogId> takeMarked() {
    lock.lock();
    try {
      var taken = List.copyOf(marked);
      marked.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** The first word goes at once; the signed one follows when the log has been quiet. */
  private List<Frame> markerFrames(List<LogId> due, boolean signed) {
    var frames = new ArrayList<Frame>();
    for (int from = 0; from < due.size(); from += MARKERS) {
      var said =
          due.subList(from, Math.min(due.size(), from + MARKERS)).stream()
              .flatMap(log -> markers.own(log, signed).stream())
              .map(proof -> new Frame.SignedMarker(proof.marker(), proof.signature()))
              .toList();
      if (!said.isEmpty()) frames.add(new Frame.Markers(said));
    }
    return frames;
  }

  private void proveLater(List<LogId> said) {
    lock.lock();
    try {
      boolean waiting = !unproved.isEmpty();
      unproved.addAll(said);
      if (!waiting && !said.isEmpty()) time.after(PROOF, "marker-proof", this::proofDue);
    } finally {
      lock.unlock();
    }
  }

  private void proofDue() {
    lock.lock();
    try {
      proofDue = true;
      signal();
    } finally {
      lock.unlock();
    }
  }

  private List<LogId> takeUnproved() {
    lock.lock();
    try {
      if (!proofDue) return List.of();
      proofDue = false;
      var taken = List.copyOf(unproved);
      unproved.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private Page nextPage() {
    Map.Entry<LogId, Long> next;
    synchronized (sync) {
      next = sync.rules().next().orElse(null);
    }
    if (next == null) return null;
    var share = sync.neighbours().share(sync.peer(), next.getKey());
    var page = logs.page(next.getKey(), next.getValue(), share);
    synchronized (sync) {
      if (page == null) {
        sync.rules().held(next.getKey());
      } else {
        sync.rules().sent(page);
      }
    }
    return page;
  }

  private static Frame events(Page page) {
    var items = page.items().stream().map(i -> new Frame.Item(i.header(), i.body())).toList();
    return new Frame.Events(page.log(), page.first(), items, page.signature());
  }

  /** Most pages are acknowledged within milliseconds: only what is not becomes "handed over". */
  private void watchAcknowledgement() {
    if (handingOver) return;
    handingOver = true;
    time.after(
        HANDED_OVER,
        "handed-over",
        () -> {
          handingOver = false;
          Map<LogId, Long> handed;
          synchronized (sync) {
            handed = sync.rules().handedOver();
          }
          handed.forEach((log, seq) -> sync.neighbours().handedOver(sync.peer(), log, seq));
        });
  }
}
