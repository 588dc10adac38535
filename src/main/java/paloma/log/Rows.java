package paloma.log;

import java.time.Instant;
import paloma.model.Body;
import paloma.model.EventHeader;
import paloma.model.SealedBody;
import paloma.store.OpeningStore;
import paloma.store.TimelineStore;
import paloma.store.Tx;
import paloma.work.Time;

/** Makes the rows of the timeline from events. */
public final class Rows {
  private final TimelineStore timeline;
  private final OpeningStore openings = new OpeningStore();
  private final Time time;

  public Rows(TimelineStore timeline, Time time) {
    this.timeline = timeline;
    this.time = time;
  }

  /** Adds the row of an event, if it makes one. */
  void add(Tx tx, EventHeader header, Body body, byte[] bytes, boolean own) {
    if (body instanceof SealedBody.Opened opened) {
      openings.add(tx, header.conversation(), opened.message(), header.author(), opened.time());
      return;
    }
    if (body == null || body instanceof Body.OfferState) return;
    timeline.add(
        tx,
        body.id(),
        header.log(),
        header.seq(),
        header.order(),
        header.kind(),
        bytes,
        BodyCodec.words(body),
        Instant.ofEpochMilli(header.shownTime()),
        time.now(),
        own);
  }
}
