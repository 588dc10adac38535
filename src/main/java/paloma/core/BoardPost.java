package paloma.core;

import java.util.List;
import paloma.log.Outcome;
import paloma.log.OwnLogs;
import paloma.model.Board;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.sync.SyncLink;

/** Carries boards to all whom they concern, whoever wrote them. Thread-safe. */
final class BoardPost {
  /** The event that opens a board and the first thing said on it. */
  private static final int YOUNG = 2;

  private final Boards boards;
  private final Arrivals arrivals;
  private final LazyPush lazy;
  private final DeviceId us;
  private Links links;

  BoardPost(Boards boards, Arrivals arrivals, LazyPush lazy, DeviceId us) {
    this.boards = boards;
    this.arrivals = arrivals;
    this.lazy = lazy;
    this.us = us;
  }

  void start(Links links) {
    this.links = links;
  }

  boolean includes(LogId log) {
    return boards.includes(log.conversation());
  }

  /** We announced something; never blocks. */
  void said(OwnLogs.Appended appended) {
    arrivals.add(() -> post(appended.log(), appended.seq()));
  }

  /** Something that somebody announced is committed here. */
  void accepted(Outcome.Accepted accepted) {
    arrivals.add(() -> post(accepted.log(), accepted.to()));
  }

  /** Own events go out to all at once, carried ones in their own time, as in a group. */
  private void post(LogId log, long seq) {
    var board = boards.board(log.conversation()).orElseThrow();
    boolean own = log.author().equals(us);
    var near = boards.near(board);
    for (var sync : links.all()) {
      boolean now = own || boards.isLarge(board) && near.contains(sync.peer());
      if (now && mayHave(sync, board)) push(sync, log, seq);
    }
    if (!own) lazy.came(board.id(), List.of(log));
    if (seq > YOUNG && !own) return;
    near.stream().filter(peer -> links.with(peer).isEmpty()).forEach(links::want);
  }

  private static void push(SyncLink sync, LogId log, long seq) {
    if (seq <= YOUNG) sync.shares(log.conversation());
    else sync.advanced(log, seq);
  }

  private boolean mayHave(SyncLink sync, Board board) {
    return boards.share(sync.peer(), board.id()).last() > 0;
  }

  /** What was held back is taken now. */
  void resume() {
    links.all().forEach(SyncLink::resume);
  }

  /** A peer may belong to another department now: it gets what concerns it. */
  void moved(DeviceId peer) {
    links.with(peer).ifPresent(sync -> arrivals.add(() -> boards.with(peer).forEach(sync::shares)));
  }
}
