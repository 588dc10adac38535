package paloma.core;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import paloma.log.Markers;
import paloma.log.Outcome;
import paloma.log.OwnLogs;
import paloma.log.Page;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MalformedException;

/**
 * What others still have of our own logs. Where these have two branches, because this profile was
 * set back or copied, all of both is said again in a new epoch, where everybody gets it. Done in
 * the task of arrivals: a link that is replaced meanwhile must not keep its successor from hearing
 * of it. Thread-safe.
 */
final class Branches {
  private static final System.Logger LOG = System.getLogger("paloma.core");

  private final OwnLogs ownLogs;
  private final Markers markers;
  private final Arrivals arrivals;
  private final Consumer<List<OwnLogs.Appended>> told;
  private final Consumer<DeviceId> met;
  private Links links;

  Branches(
      OwnLogs ownLogs,
      Markers markers,
      Arrivals arrivals,
      Consumer<List<OwnLogs.Appended>> told,
      Consumer<DeviceId> met) {
    this.ownLogs = ownLogs;
    this.markers = markers;
    this.arrivals = arrivals;
    this.told = told;
    this.met = met;
  }

  void start(Links links) {
    this.links = links;
  }

  /**
   * Events of our own that we had lost and that this device kept. Our signature under them tells
   * that we have had to do with it, whatever else we forgot.
   */
  void returned(DeviceId peer, Outcome.Accepted accepted) {
    arrivals.add(() -> {
      markers.heldBy(peer, accepted.log(), accepted.to());
      met.accept(peer);
    });
  }

  /** A peer has another branch. */
  void met(DeviceId peer, LogId log) {
    arrivals.add(() -> {
      long common = leave(peer, log);
      links.with(peer).ifPresent(sync -> sync.late().askBranch(log, common));
    });
  }

  /** A page of the other branch. */
  void came(DeviceId peer, Page page) {
    arrivals.add(() -> adopt(peer, page));
  }

  private void adopt(DeviceId peer, Page page) {
    leave(peer, page.log());
    try {
      told(ownLogs.adopt(page));
    } catch (MalformedException e) {
      LOG.log(Level.WARNING, "no branch of ours, from {0}: {1}", peer, e.getMessage());
      return;
    }
    links.with(peer).ifPresent(sync -> sync.late().tookBranch(page));
  }

  /** Leaves the epoch if we still speak in it; the last seq that both branches surely share. */
  private long leave(DeviceId peer, LogId log) {
    long common = markers.delivered(log, peer);
    told(ownLogs.leaveFork(log, common));
    return common;
  }

  private void told(List<OwnLogs.Appended> again) {
    if (again.isEmpty()) return;
    LOG.log(Level.WARNING, "a log of ours has two branches: {0} events said again", again.size());
    told.accept(again);
  }
}
