package paloma.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.frames.Frame.Vector;
import paloma.log.Page;
import paloma.model.CanonicalWriter;
import paloma.model.Hash;
import paloma.model.LogId;

/**
 * What to send on one link, decided from that link's vectors alone. Pure: no thread, no clock, no
 * database. The caller guards it with a lock.
 */
final class LinkRules {
  /** Bytes that may be on their way without being acknowledged: back-pressure by commits. */
  static final int WINDOW = 4 << 20;

  private static final String DIGEST_CONTEXT = "paloma-digest-v1";

  /** Finds the hash of one of our events; zero when it is not here. */
  interface HashAt {
    Hash of(LogId log, long seq);
  }

  /** Where one log stands on this link, in seqs. */
  private static final class Progress {
    final long atStart;
    long ours;
    long theirs;
    boolean forked;
    boolean held;
    final ArrayDeque<Sent> unacknowledged = new ArrayDeque<>();

    Progress(long atStart) {
      this.atStart = atStart;
      ours = atStart;
    }

    boolean wanting() {
      return ours > theirs && !forked && !held;
    }
  }

  private record Sent(long last, int bytes) {}

  private final Map<LogId, Progress> logs = new LinkedHashMap<>();
  private final Hash digest;
  private boolean compared;
  private boolean live;
  private long unacknowledgedBytes;

  /**
   * Begins with what we have now.
   *
   * @param ours vectors of the conversations shared with the peer
   */
  LinkRules(List<Vector> ours) {
    ours.forEach(v -> logs.put(v.log(), new Progress(v.highest())));
    digest = digest(ours);
  }

  private static Hash digest(List<Vector> vectors) {
    var out = new CanonicalWriter();
    vectors.stream()
        .sorted(
            Comparator.comparing((Vector v) -> v.log().conversation())
                .thenComparing(v -> v.log().author())
                .thenComparingLong(v -> v.log().epoch()))
        .forEach(v ->
            out.hash(v.log().conversation().hash())
                .hash(v.log().author().hash())
                .i64(v.log().epoch())
                .i64(v.highest())
                .hash(v.hash()));
    return Hash.inContext(DIGEST_CONTEXT, out.bytes());
  }

  Hash digest() {
    return digest;
  }

  /** Compares the digests of the start, once; whether vectors must be exchanged. */
  boolean differs(Hash theirs) {
    if (compared) return false;
    compared = true;
    if (!theirs.equals(digest)) return true;
    // What was said since the digest was made is news to the peer, the rest is not.
    logs.values().forEach(p -> p.theirs = Math.max(p.theirs, p.atStart));
    live = true;
    return false;
  }

  /**
   * Takes the peer's vectors: whole pages at the start, single ones when a page did not fit.
   *
   * @return those of logs of which the peer has another branch
   */
  List<Vector> vectors(List<Vector> vectors, boolean last, HashAt hashAt) {
    var forked = new ArrayList<Vector>();
    for (var vector : vectors) {
      var progress = progress(vector.log());
      acknowledge(progress, vector.highest());
      progress.unacknowledged.forEach(sent -> unacknowledgedBytes -= sent.bytes);
      progress.unacknowledged.clear();
      progress.theirs = vector.highest();
      progress.held = false;
      progress.forked =
          vector.highest() > 0
              && vector.highest() <= progress.ours
              && !hashAt.of(vector.log(), vector.highest()).equals(vector.hash());
      if (progress.forked) forked.add(vector);
    }
    if (last) live = true;
    return forked;
  }

  /** We have more of a log than before. */
  void advanced(LogId log, long highest) {
    var progress = progress(log);
    progress.ours = Math.max(progress.ours, highest);
  }

  /** What came from the peer need not be sent back. */
  void received(LogId log, long highest) {
    var progress = progress(log);
    progress.ours = Math.max(progress.ours, highest);
    progress.theirs = Math.max(progress.theirs, highest);
  }

  /** The peer has committed up to here. */
  void acknowledged(LogId log, long delivered) {
    var progress = logs.get(log);
    if (progress != null) acknowledge(progress, delivered);
  }

  private void acknowledge(Progress progress, long delivered) {
    var sent = progress.unacknowledged;
    while (!sent.isEmpty() && sent.peek().last <= delivered) {
      unacknowledgedBytes -= sent.remove().bytes;
    }
  }

  /** The peer does not take more of this log now. */
  void held(LogId log) {
    progress(log).held = true;
  }

  /** A log and the seq where its next page begins; empty when nothing may be sent. */
  Optional<Map.Entry<LogId, Long>> next() {
    if (!live || unacknowledgedBytes >= WINDOW) return Optional.empty();
    return logs.entrySet().stream()
        .filter(e -> e.getValue().wanting())
        .findFirst()
        .map(e -> Map.entry(e.getKey(), e.getValue().theirs + 1));
  }

  /** A page was written. Its log goes behind the others, so that all get their share. */
  void sent(Page page) {
    var progress = logs.remove(page.log());
    logs.put(page.log(), progress);
    progress.theirs = page.last();
    progress.unacknowledged.add(new Sent(page.last(), page.bytes()));
    unacknowledgedBytes += page.bytes();
  }

  /** How far each log was handed over of which something is not acknowledged. */
  Map<LogId, Long> handedOver() {
    var handed = new HashMap<LogId, Long>();
    logs.forEach((log, progress) -> {
      var sent = progress.unacknowledged.peekLast();
      if (sent != null) handed.put(log, sent.last);
    });
    return handed;
  }

  long unacknowledgedBytes() {
    return unacknowledgedBytes;
  }

  private Progress progress(LogId log) {
    return logs.computeIfAbsent(log, _ -> new Progress(0));
  }
}
