package paloma.core;

import paloma.log.Markers;
import paloma.log.Outcome;
import paloma.model.DeviceId;
import paloma.model.LogId;

/**
 * What became durable here or with others: markers go out for the one, states change for the other.
 * Thread-safe.
 */
final class Progress {
  private final Markers markers;
  private final Consequences consequences;
  private final Arrivals arrivals;
  private final GroupPost groupPost;
  private final DeviceId us;
  private Links links;

  Progress(
      Markers markers,
      Consequences consequences,
      Arrivals arrivals,
      GroupPost groupPost,
      DeviceId us) {
    this.markers = markers;
    this.consequences = consequences;
    this.arrivals = arrivals;
    this.groupPost = groupPost;
    this.us = us;
  }

  void start(Links links) {
    this.links = links;
  }

  /** Something that came over the link of this peer is committed. */
  void accepted(DeviceId peer, Outcome.Accepted accepted) {
    mark(peer, accepted.log());
    arrivals.add(() -> consequences.arrived(accepted));
    groupPost.accepted(accepted);
  }

  /** Something that a colleague kept is committed. */
  void carried(DeviceId author, Outcome.Accepted accepted) {
    mark(author, accepted.log());
    arrivals.add(() -> consequences.carried(accepted));
  }

  /** The link that brought something may have been replaced while the commit ran. */
  private void mark(DeviceId peer, LogId log) {
    links.with(peer).ifPresent(sync -> sync.marked(log));
    var author = log.author();
    if (!author.equals(peer)) links.with(author).ifPresent(sync -> sync.marked(log));
  }

  /** A reader has come further in a log. */
  void risen(Markers.Risen risen) {
    var log = risen.after().log();
    if (!log.author().equals(us)) return;
    long from = Math.min(risen.before().delivered(), risen.before().read()) + 1;
    if (risen.after().read() == risen.before().read()) from = risen.before().delivered() + 1;
    consequences.changed(log, from, risen.after().delivered());
  }

  /** Something was handed over to a reader. */
  void handedOver(DeviceId peer, LogId log, long sent) {
    var before = markers.delivered(log, peer);
    markers.handedOver(log, peer, sent, () -> consequences.changed(log, before + 1, sent));
  }
}
