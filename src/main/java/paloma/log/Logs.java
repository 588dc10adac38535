package paloma.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paloma.model.ConversationId;
import paloma.model.EventHeader;
import paloma.model.GroupBody;
import paloma.model.Hash;
import paloma.model.LogExtent;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.Signing;
import paloma.store.Database;
import paloma.store.LogStore;
import paloma.store.LogStore.Stored;

/** The logs of this profile as links see them: accepts pages and makes them. Thread-safe. */
public final class Logs {
  public static final String EVENT_CONTEXT = "paloma-event-v1";

  /** Events on one page at most; between two signatures there are never more. */
  static final int PAGE_EVENTS = 256;

  /** Bytes of headers and bodies on one page: with the frame's own fields they fit a frame. */
  static final int PAGE_BYTES = 192 * 1024;

  private final Database database;
  private final LogStore logs;
  private final Rows rows;
  private final GroupLedger groups;
  private final Signing signing;

  /**
   * How much of a log is for somebody.
   *
   * @param last the last seq they may have
   * @param bodiesFrom order key before which they get headers alone
   * @param lacking order key before which we have headers alone ourselves: nothing to carry on
   */
  public record Share(long last, long bodiesFrom, long lacking) {
    public static final Share ALL = new Share(Long.MAX_VALUE, 0, 0);
  }

  public Logs(Database database, LogStore logs, Rows rows, GroupLedger groups, Signing signing) {
    this.database = database;
    this.logs = logs;
    this.rows = rows;
    this.groups = groups;
    this.signing = signing;
  }

  /**
   * Takes a page that came over a link; committed when this returns {@link Outcome.Accepted}.
   *
   * @throws MalformedException when the page is not what an honest peer sends
   */
  public Outcome accept(Page page) throws MalformedException {
    var here = database.read(tx -> logs.extent(tx, page.log()));
    var fit = Chain.fit(here, page);
    long highest = here.map(LogExtent::highest).orElse(0L);
    return switch (fit) {
      case Chain.Fit.Known _ ->
          // Only the same events count as known: another branch must not be acknowledged.
          HeaderCodec.hash(page.items().getLast().header()).equals(hashAt(page.log(), page.last()))
              ? new Outcome.Known(page.log(), highest)
              : new Outcome.Forked(page.log(), highest);
      case Chain.Fit.Gap _ -> new Outcome.Gap(page.log(), highest);
      case Chain.Fit.Fork _ -> new Outcome.Forked(page.log(), highest);
      case Chain.Fit.New fitting -> {
        var last = fitting.events().getLast();
        if (page.signature() == null
            || !signing.verify(
                page.log().author(), EVENT_CONTEXT, last.bytes(), page.signature())) {
          throw new MalformedException("signature of an event");
        }
        yield commit(page, here, fitting.events());
      }
    };
  }

  private Outcome commit(Page page, Optional<LogExtent> here, List<Chain.Fitting> events) {
    var log = page.log();
    return database.write(tx -> {
      // Another link may have brought the same events meanwhile.
      var now = logs.extent(tx, log);
      if (!now.equals(here)) {
        return new Outcome.Gap(log, now.map(LogExtent::highest).orElse(0L));
      }
      var membership = groups.of(tx, log.conversation());
      boolean board = membership == null && logs.isBoard(tx, log.conversation());
      var said = new ArrayList<Said>(events.size());
      var stored = new ArrayList<Stored>(events.size());
      boolean forked = LogStore.forked(tx, log);
      for (var event : events) {
        boolean again = forked && rows.has(tx, event.said());
        var one = stored(event);
        logs.append(tx, log, one, event.header().order());
        if (membership == null) {
          rows.add(tx, event.header(), event.said(), event.body(), board);
        }
        said.add(new Said(event.header(), event.said(), again));
        stored.add(one);
      }
      if (membership != null) groups.took(tx, membership, said, stored);
      return new Outcome.Accepted(
          log, said.getFirst().header().seq(), said.getLast().header().seq(), said);
    });
  }

  private static Stored stored(Chain.Fitting event) {
    return new Stored(
        event.header().seq(),
        event.hash(),
        event.bytes(),
        event.signature(),
        event.body(),
        event.reason());
  }

  public Page page(LogId log, long from) {
    return page(log, from, Share.ALL);
  }

  /** Events from a seq on that fit a frame and end with a signed one; null when there are none. */
  public Page page(LogId log, long from, Share share) {
    var items = new ArrayList<Page.Item>();
    int bytes = 0;
    for (var event : database.read(tx -> logs.events(tx, log, from, PAGE_EVENTS))) {
      if (event.seq() > share.last()) break;
      var body = event.body();
      if (share.bodiesFrom() > 0 || share.lacking() > 0) {
        var header = header(event);
        boolean before = header.order() < share.bodiesFrom() && !GroupBody.is(header.kind());
        // What we were not given must not pass for what has vanished.
        if (!before && body == null && header.order() < share.lacking()) break;
        if (before) body = null;
      }
      var item = new Page.Item(event.header(), body, event.signature());
      bytes += item.bytes();
      if (bytes > PAGE_BYTES) break;
      items.add(item);
    }
    while (!items.isEmpty() && !proves(log, items.getLast())) items.removeLast();
    return items.isEmpty() ? null : new Page(log, from, List.copyOf(items));
  }

  private static EventHeader header(Stored event) {
    try {
      return HeaderCodec.decode(event.header());
    } catch (MalformedException e) {
      throw new IllegalStateException("event " + event.seq() + " is damaged", e);
    }
  }

  /**
   * Whether an event's signature can end a page. Of others' pages that were merged only the last
   * signature was checked when they came, so it is done before one is carried on.
   */
  private boolean proves(LogId log, Page.Item item) {
    if (item.signature() == null) return false;
    return log.author().equals(signing.ourselves())
        || signing.verify(log.author(), EVENT_CONTEXT, item.header(), item.signature());
  }

  /** The first event of a group or board as it was signed; empty when it is not here. */
  public Optional<Founding> founding(ConversationId group) {
    return database.read(tx ->
        logs.extents(tx, group).stream()
            .flatMap(e -> logs.events(tx, e.log(), 1, 1).stream())
            .filter(e -> e.body() != null && e.signature() != null)
            .map(e -> new Founding(e.header(), e.body(), e.signature()))
            .filter(Founding::holds)
            .findFirst());
  }

  /** The hash of an event's header; zero when it is not here. */
  public Hash hashAt(LogId log, long seq) {
    return database.read(tx -> logs.events(tx, log, seq, 1)).stream()
        .filter(e -> e.seq() == seq)
        .map(Stored::hash)
        .findFirst()
        .orElse(Hash.ZERO);
  }

  /** How far we have a log; empty when nothing of it is here. */
  public Optional<LogExtent> extent(LogId log) {
    return database.read(tx -> logs.extent(tx, log));
  }

  /** How far we have the logs of these conversations. */
  public List<LogExtent> extents(List<ConversationId> conversations) {
    return database.read(
        tx -> conversations.stream().flatMap(c -> logs.extents(tx, c).stream()).toList());
  }
}
