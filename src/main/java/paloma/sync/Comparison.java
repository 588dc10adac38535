package paloma.sync;

import java.util.List;
import paloma.frames.Frame;
import paloma.log.Founding;
import paloma.log.Logs;
import paloma.model.MalformedException;

/**
 * What one link's two ends tell of how far they have which logs, and what follows. For the link's
 * reader.
 */
final class Comparison {
  private final SyncLink sync;
  private final OwnVectors own;
  private final GroupsTold told;
  private final Logs logs;

  Comparison(SyncLink sync, OwnVectors own, GroupsTold told, Logs logs) {
    this.sync = sync;
    this.own = own;
    this.told = told;
    this.logs = logs;
  }

  void compare(Frame.Digest digest) {
    boolean differs;
    synchronized (sync) {
      differs = sync.rules().differs(digest.hash());
    }
    if (differs) own.pages().forEach(sync.lane()::post);
    sync.lane().wake();
  }

  void take(Frame.Vectors frame) {
    var neighbours = sync.neighbours();
    var peer = sync.peer();
    // Of a group that we have left, or do not know yet, nothing is compared.
    var shared = frame.vectors().stream().filter(v -> neighbours.mayCarry(peer, v.log())).toList();
    shared.forEach(v -> told.known(v.log().conversation()));
    if (frame.last()) neighbours.groups(peer).forEach(told::of);
    else sync.late().came(shared);
    List<Frame.Vector> forked;
    synchronized (sync) {
      forked = sync.rules().vectors(shared, frame.last(), logs::hashAt);
    }
    for (var vector : forked) {
      if (sync.ours(vector.log())) neighbours.forked(peer, vector.log());
      // The author must learn that there is another branch, also where its own is the shorter.
      else if (vector.log().author().equals(peer)) {
        sync.late().tellAt(vector.log(), vector.highest());
      }
    }
    sync.lane().wake();
  }

  /** The peer tells of a group: once it is known here, it is compared. */
  void founded(Founding founding) throws MalformedException {
    if (!sync.neighbours().founded(sync.peer(), founding)) return;
    own.pages(told.known(founding.read().id())).forEach(sync.lane()::post);
    sync.resume();
  }
}
