package paloma.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paloma.model.Body;
import paloma.model.CanonicalReader;
import paloma.model.EventHeader;
import paloma.model.Hash;
import paloma.model.LogExtent;
import paloma.model.MalformedException;

/** Whether a page fits the log that is here. Pure; the signature is checked by the caller. */
final class Chain {
  /** An event of a page that fits; body null where {@code reason} says why. */
  record Fitting(
      EventHeader header,
      byte[] bytes,
      byte[] signature,
      Hash hash,
      byte[] body,
      Body said,
      String reason) {}

  /** What a page turned out to be. */
  sealed interface Fit {
    record New(List<Fitting> events) implements Fit {}

    record Known() implements Fit {}

    record Gap() implements Fit {}

    record Fork() implements Fit {}
  }

  private Chain() {}

  static Fit fit(Optional<LogExtent> here, Page page) throws MalformedException {
    CanonicalReader.check(!page.items().isEmpty(), "empty page");
    CanonicalReader.check(page.first() >= 1 && page.last() > 0, "seq of a page");
    long highest = here.map(LogExtent::highest).orElse(0L);
    if (page.last() <= highest) return new Fit.Known();
    if (here.isPresent() && page.first() > highest + 1) return new Fit.Gap();
    var events = new ArrayList<Fitting>(page.items().size());
    Hash previous = null;
    for (int i = 0; i < page.items().size(); i++) {
      var event = fitting(page, i);
      if (previous != null) {
        CanonicalReader.check(event.header.previous().equals(previous), "broken chain");
      }
      previous = event.hash;
      long seq = event.header.seq();
      if (seq == highest && !event.hash.equals(here.orElseThrow().hash())) return new Fit.Fork();
      if (seq > highest) events.add(event);
    }
    var first = events.getFirst().header;
    if (here.isPresent() && !first.previous().equals(here.get().hash())) return new Fit.Fork();
    return new Fit.New(events);
  }

  private static Fitting fitting(Page page, int index) throws MalformedException {
    var item = page.items().get(index);
    var header = HeaderCodec.decode(item.header());
    CanonicalReader.check(header.log().equals(page.log()), "header of another log");
    CanonicalReader.check(header.seq() == page.first() + index, "seq out of place");
    var hash = HeaderCodec.hash(item.header());
    if (item.body() == null) {
      return new Fitting(header, item.header(), item.signature(), hash, null, null, "vanished");
    }
    CanonicalReader.check(item.body().length == header.bodyLength(), "length of a body");
    CanonicalReader.check(Hash.sha256(item.body()).equals(header.bodyHash()), "hash of a body");
    try {
      var said = BodyCodec.decode(header.kind(), item.body());
      return new Fitting(header, item.header(), item.signature(), hash, item.body(), said, null);
    } catch (MalformedException e) {
      // Valid header, unacceptable body: the log goes on without it.
      return new Fitting(header, item.header(), item.signature(), hash, null, null, e.getMessage());
    }
  }
}
