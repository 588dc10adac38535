package paloma.log;

import java.time.Instant;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.EventHeader;
import paloma.model.LogId;
import paloma.model.VerbBody;
import paloma.store.BoardStore;
import paloma.store.LogStore;
import paloma.store.Tx;

/** What may be said on boards and nowhere else, and what is kept of it beside the rows. */
public final class BoardRows {
  private final BoardStore boards;
  private final LogStore logs;

  public BoardRows(BoardStore boards, LogStore logs) {
    this.boards = boards;
    this.logs = logs;
  }

  /**
   * Whether a body has its place in this conversation. On a board there are announcements and what
   * their author does with them; a text or an offer there is a row of no list.
   */
  static boolean fits(boolean board, Body body) {
    return switch (body) {
      case BoardBody.Announced _, BoardBody.Opened _ -> board;
      case VerbBody.Recall _, VerbBody.Reminder _ -> true;
      default -> !board;
    };
  }

  /**
   * What its author does with an announcement counts wherever that stands: of several boards of
   * theirs on which it was said a reader may have been given this and that one.
   */
  EventHeader placed(Tx tx, EventHeader header, VerbBody verb) {
    return boards.places(tx, verb.target()).stream()
        .filter(board -> board.author().equals(header.author()))
        .findFirst()
        .flatMap(_ -> boards.standsOn(tx, verb.target()))
        .map(header::in)
        .orElse(header);
  }

  void announced(Tx tx, LogId log, long seq, BoardBody.Announced said) {
    boards.announced(tx, said.id(), log, seq);
  }

  /** A confirmation counts where two speak: nobody else is to learn of it. */
  void confirmed(Tx tx, EventHeader header, BoardBody.Confirmed given) {
    if (logs.isGroup(tx, header.conversation())) return;
    boards.confirmed(tx, given.target(), header.author(), Instant.ofEpochMilli(header.shownTime()));
  }
}
