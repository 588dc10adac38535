package paloma.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import paloma.frames.Frame;
import paloma.log.HeaderCodec;
import paloma.log.Logs;
import paloma.log.Page;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.LogExtent;
import paloma.model.LogId;

/** How far we have the logs that we share with one peer, as the database knows it now. */
record OwnVectors(Logs logs, Neighbours neighbours, DeviceId peer) {
  /** Vectors on one page: stays below a control frame. */
  private static final int ON_A_PAGE = 400;

  List<Frame.Vector> all() {
    return of(neighbours.shared(peer));
  }

  private List<Frame.Vector> of(List<ConversationId> conversations) {
    return logs.extents(conversations).stream().flatMap(e -> vector(e).stream()).toList();
  }

  /** What is not for the peer is as if it were not here. */
  private Optional<Frame.Vector> vector(LogExtent e) {
    long last = neighbours.share(peer, e.log()).last();
    if (last >= e.highest()) {
      return Optional.of(new Frame.Vector(e.log(), e.lowest(), e.highest(), e.hash()));
    }
    return last < e.lowest()
        ? Optional.empty()
        : Optional.of(new Frame.Vector(e.log(), e.lowest(), last, logs.hashAt(e.log(), last)));
  }

  /** All of them, in frames; there is one even when there is no vector. */
  List<Frame> pages() {
    return pages(all(), true);
  }

  /** Those of one conversation, at any time. */
  List<Frame> pages(ConversationId conversation) {
    return pages(of(List.of(conversation)), false);
  }

  private static List<Frame> pages(List<Frame.Vector> vectors, boolean whole) {
    var pages = new ArrayList<Frame>();
    int from = 0;
    do {
      int to = Math.min(vectors.size(), from + ON_A_PAGE);
      pages.add(new Frame.Vectors(vectors.subList(from, to), whole && to == vectors.size()));
      from = to;
    } while (from < vectors.size());
    return pages;
  }

  /** Those of some logs, at any time. */
  List<Frame> pages(Collection<LogId> some) {
    return pages(some.stream().map(this::vector).toList(), false);
  }

  /** That of one log, also when nothing of it is here. */
  Frame one(LogId log) {
    return frame(vector(log));
  }

  private Frame.Vector vector(LogId log) {
    return logs.extent(log)
        .flatMap(this::vector)
        .orElseGet(() -> new Frame.Vector(log, 0, 0, Hash.ZERO));
  }

  /** As if we had a log up to here and no further. */
  Frame at(LogId log, long seq) {
    return frame(new Frame.Vector(log, Math.min(1, seq), seq, logs.hashAt(log, seq)));
  }

  /** As if we had a log up to the end of a page. */
  static Frame end(Page page) {
    var hash = HeaderCodec.hash(page.items().getLast().header());
    return frame(new Frame.Vector(page.log(), page.first(), page.last(), hash));
  }

  private static Frame frame(Frame.Vector vector) {
    return new Frame.Vectors(List.of(vector), false);
  }
}
