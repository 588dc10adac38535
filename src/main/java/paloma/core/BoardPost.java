package paloma.core;

import paloma.identity.Identity;
import paloma.log.Founding;
import paloma.log.Logs;
import paloma.log.Outcome;
import paloma.log.OwnLogs;
import paloma.model.Board;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.sync.SyncLink;

/** Carries boards to all whom they concern, whoever wrote them. Thread-safe. */
final class BoardPost {
  /** The event that opens a board and the first thing said on it. */
  private static final int YOUNG = 2;

  private final Boards boards;
  private final Logs logs;
  private final Consequences consequences;
  private final Arrivals arrivals;
  private final DeviceId us;
  private Links links;

  BoardPost(Boards boards, Logs logs, Consequences consequences, Arrivals arrivals, DeviceId us) {
    this.boards = boards;
    this.logs = logs;
    this.consequences = consequences;
    this.arrivals = arrivals;
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

  private void post(LogId log, long seq) {
    var board = boards.board(log.conversation()).orElseThrow();
    for (var sync : links.all()) {
      if (sync.peer().equals(log.author()) || !mayHave(sync, board)) continue;
      if (seq <= YOUNG) sync.shares(board.id());
      else sync.advanced(log, seq);
    }
    if (seq > YOUNG && !log.author().equals(us)) return;
    for (var peer : boards.near(board)) {
      if (links.with(peer).isEmpty()) links.want(peer);
    }
  }

  private boolean mayHave(SyncLink sync, Board board) {
    return boards.share(sync.peer(), board.id()).last() > 0;
  }

  /** A peer tells of a board; whether it is known now and may be compared. */
  boolean founded(Founding founding, Founding.Read read) throws MalformedException {
    var board = read.board();
    var log = read.page().log();
    if (boards.includes(board.id())) return boards.takes(log);
    if (!boards.mayAdd(board)) return false;
    var key = read.members().getFirst();
    if (!Identity.verify(key.spki(), Logs.EVENT_CONTEXT, founding.header(), founding.signature())) {
      throw new MalformedException("signature of a board");
    }
    boards.add(board, key);
    if (logs.accept(read.page()) instanceof Outcome.Accepted accepted) {
      arrivals.add(() -> consequences.arrived(accepted));
      accepted(accepted);
    }
    return true;
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
