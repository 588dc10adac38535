package paloma.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import paloma.frames.Frame;
import paloma.log.Logs;
import paloma.log.Page;
import paloma.model.ConversationId;
import paloma.model.LogExtent;
import paloma.model.LogId;

/**
 * What is said with vectors later than at a link's start: news that others carried, and branches of
 * a log. Thread-safe.
 */
public final class LateVectors {
  private final SyncLink sync;
  private final Logs logs;
  private final OwnVectors own;
  private final GroupsTold told;
  private final Set<LogId> asked = ConcurrentHashMap.newKeySet();

  LateVectors(SyncLink sync, Logs logs, OwnVectors own, GroupsTold told) {
    this.sync = sync;
    this.logs = logs;
    this.own = own;
    this.told = told;
  }

  /** Tells how far we have some logs of a group: who lacks something asks. */
  public void tellOf(ConversationId group, Collection<LogId> some) {
    told.of(group);
    own.pages(some).forEach(sync.lane()::post);
  }

  /** Asks once for the peer's branch of a log of ours, behind the last event that both have. */
  public void askBranch(LogId log, long common) {
    if (asked.add(log)) tellAt(log, common);
  }

  /** A page of the peer's branch of a log of ours is done with. */
  public void tookBranch(Page page) {
    sync.lane().post(OwnVectors.end(page));
  }

  /** As if we had a log up to here and no further. */
  void tellAt(LogId log, long seq) {
    sync.lane().post(own.at(log, seq));
  }

  /** Such vectors came: the peer has news, or asks for ours. */
  void came(List<Frame.Vector> vectors) {
    var behind = new ArrayList<LogId>();
    for (var vector : vectors) {
      long here = logs.extent(vector.log()).map(LogExtent::highest).orElse(0L);
      if (here > 0) sync.advanced(vector.log(), here);
      if (here < vector.highest() && sync.neighbours().asks(vector.log())) {
        behind.add(vector.log());
      }
    }
    if (!behind.isEmpty()) own.pages(behind).forEach(sync.lane()::post);
  }
}
