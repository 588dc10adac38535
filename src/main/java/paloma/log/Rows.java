package paloma.log;

import java.time.Instant;
import paloma.model.AutoBody;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.EventHeader;
import paloma.model.GroupBody;
import paloma.model.SealedBody;
import paloma.model.VerbBody;
import paloma.store.OpeningStore;
import paloma.store.TimelineStore;
import paloma.store.Tx;
import paloma.work.Time;

/** Makes the rows of the timeline from events. */
public final class Rows {
  private final TimelineStore timeline;
  private final OpeningStore openings = new OpeningStore();
  private final VerbRows verbs;
  private final BoardRows boards;
  private final Time time;

  public Rows(TimelineStore timeline, VerbRows verbs, BoardRows boards, Time time) {
    this.timeline = timeline;
    this.verbs = verbs;
    this.boards = boards;
    this.time = time;
  }

  /** Whether an event of this body is a row of its own; the others change rows, or none. */
  public static boolean makesRow(Body body) {
    return switch (body) {
      case Body.Text _,
          Body.Offer _,
          Body.Unknown _,
          GroupBody _,
          VerbBody.RichText _,
          SealedBody.Sealed _,
          BoardBody.Announced _,
          AutoBody _ ->
          true;
      case Body.OfferState _, VerbBody _, SealedBody.Opened _, BoardBody _ -> false;
    };
  }

  /** Whether the row of an event's message is there. */
  boolean has(Tx tx, Body body) {
    return body != null && makesRow(body) && timeline.find(tx, body.id()).isPresent();
  }

  /**
   * Adds the row of an event, or does to a row what the event says.
   *
   * @param board whether its conversation is one
   */
  void add(Tx tx, EventHeader header, Body body, byte[] bytes, boolean board) {
    if (body != null && !BoardRows.fits(board, body)) return;
    switch (body) {
      case null -> {}
      case Body.OfferState _ -> {}
      case VerbBody.RichText rich -> {
        var words = new Body.Text(rich.id(), rich.text());
        row(tx, header, words, Body.TEXT, BodyCodec.encode(words));
        verbs.rich(tx, header.log(), rich);
      }
      case VerbBody verb ->
          verbs.add(tx, board ? boards.placed(tx, header, verb) : header, verb, bytes);
      case BoardBody.Announced said -> {
        row(tx, header, said, header.kind(), bytes);
        boards.announced(tx, header.log(), header.seq(), said);
      }
      case BoardBody.Confirmed given -> boards.confirmed(tx, header, given);
      case BoardBody.Opened _ -> {}
      case SealedBody.Opened opened ->
          openings.add(tx, header.conversation(), opened.message(), header.author(), opened.time());
      case Body.Text _,
          Body.Offer _,
          Body.Unknown _,
          GroupBody _,
          SealedBody.Sealed _,
          AutoBody _ ->
          row(tx, header, body, header.kind(), bytes);
    }
  }

  /** Takes back what {@link #add} did for an event; what a recall or an opening did stays. */
  void remove(Tx tx, EventHeader header, Body body) {
    switch (body) {
      case Body.OfferState _,
          VerbBody.Recall _,
          VerbBody.Reminder _,
          BoardBody _,
          SealedBody.Opened _ -> {}
      case VerbBody.RichText _ -> timeline.remove(tx, header.log(), header.seq());
      case VerbBody verb -> verbs.remove(tx, header, verb);
      case null, default -> timeline.remove(tx, header.log(), header.seq());
    }
  }

  private void row(Tx tx, EventHeader header, Body body, int kind, byte[] bytes) {
    if (!verbs.wanted(tx, body.id())) return;
    timeline.add(
        tx,
        body.id(),
        header.log(),
        header.seq(),
        header.order(),
        kind,
        bytes,
        BodyCodec.words(body),
        Instant.ofEpochMilli(header.shownTime()),
        time.now());
    verbs.settle(tx, body.id(), header, true);
  }
}
