package paloma.log;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.EventHeader;
import paloma.model.Hash;
import paloma.model.Head;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.Signing;
import paloma.store.Database;
import paloma.store.LogStore;
import paloma.store.LogStore.Extent;
import paloma.store.LogStore.Stored;
import paloma.store.OwnStore;
import paloma.store.TimelineStore;
import paloma.store.Tx;
import paloma.work.Time;

/**
 * The logs of this profile: says own events and accepts others'. Thread-safe.
 *
 * <p>An own event gets its number and place in the transaction that stores it; a commit is ended by
 * one signature for each log, over the last event the commit said in it.
 */
public final class Logs {
  static final String EVENT_CONTEXT = "paloma-event-v1";

  /** A page is cut here; a later event is found quickly, and one signature proves it all. */
  static final int PAGE_EVENTS = 256;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final LogStore logs;
  private final TimelineStore timeline;
  private final OwnStore own;
  private final Signing signing;
  private final Time time;

  /** Logs that the running batch said something in; only the writer thread touches it. */
  private final Set<LogId> unsigned = new LinkedHashSet<>();

  /** An own event that is durable. */
  public record Appended(LogId log, long seq, Said said) {}

  public Logs(
      Database database,
      LogStore logs,
      TimelineStore timeline,
      OwnStore own,
      Signing signing,
      Time time) {
    this.database = database;
    this.logs = logs;
    this.timeline = timeline;
    this.own = own;
    this.signing = signing;
    this.time = time;
  }

  public void start() {
    database.beforeCommit(this::signBatch);
  }

  /** Says something; complete when it is durable. */
  public CompletableFuture<Appended> append(ConversationId conversation, Body body) {
    byte[] bytes = BodyCodec.encode(body);
    if (bytes.length > Body.MAX_BYTES) throw new IllegalArgumentException("body too long");
    return database.writeLater(
        tx -> say(tx, conversation, currentEpoch(tx, conversation), body, bytes, time.now()));
  }

  private Appended say(
      Tx tx, ConversationId conversation, long epoch, Body body, byte[] bytes, Instant shown) {
    var us = signing.ourselves();
    var log = new LogId(conversation, us, epoch);
    var extents = logs.extents(tx, conversation);
    var previous = extents.stream().filter(e -> e.log().equals(log)).findFirst();
    long order =
        Math.min(
            HeaderCodec.MAX_ORDER,
            extents.stream().mapToLong(e -> placeAfter(e, us)).max().orElse(1));
    var header =
        new EventHeader(
            BodyCodec.kind(body),
            conversation,
            us,
            epoch,
            previous.map(Extent::highest).orElse(0L) + 1,
            previous.map(Extent::hash).orElse(Hash.ZERO),
            heads(extents, log),
            Hash.ZERO,
            order,
            shown.toEpochMilli(),
            Hash.sha256(bytes),
            bytes.length);
    byte[] encoded = HeaderCodec.encode(header);
    var event = new Stored(header.seq(), HeaderCodec.hash(encoded), encoded, null, bytes, null);
    logs.append(tx, log, event, order);
    addRow(tx, header, body, bytes, true);
    unsigned.add(log);
    return new Appended(log, header.seq(), new Said(header, body));
  }

  /** Own events may stand side by side; what was seen of others stands before. */
  private static long placeAfter(Extent extent, DeviceId us) {
    return extent.log().author().equals(us) ? extent.order() : extent.order() + 1;
  }

  private static List<Head> heads(List<Extent> extents, LogId log) {
    return extents.stream()
        .filter(e -> !e.log().equals(log))
        .sorted(Comparator.comparingLong(Extent::order).reversed())
        .limit(EventHeader.MAX_HEADS)
        .map(e -> new Head(e.log().author(), e.log().epoch(), e.highest(), e.hash()))
        .sorted((a, b) -> a.equals(b) ? 0 : HeaderCodec.before(a, b) ? -1 : 1)
        .toList();
  }

  private void signBatch(Tx tx) {
    for (var log : unsigned) {
      var extent = logs.extent(tx, log);
      if (extent.isEmpty()) continue;
      for (var last : logs.events(tx, log, extent.get().highest(), 1)) {
        if (last.signature() == null) {
          logs.sign(tx, log, last.seq(), signing.sign(EVENT_CONTEXT, last.header()));
        }
      }
    }
    unsigned.clear();
  }

  private static String epochName(ConversationId conversation) {
    return "epoch/" + conversation.text();
  }

  private long currentEpoch(Tx tx, ConversationId conversation) {
    return own.value(tx, epochName(conversation))
        .map(v -> ByteBuffer.wrap(v).getLong())
        .orElseGet(() -> newEpoch(tx, conversation));
  }

  private long newEpoch(Tx tx, ConversationId conversation) {
    long epoch = RANDOM.nextLong(1, Long.MAX_VALUE);
    own.set(tx, epochName(conversation), ByteBuffer.allocate(Long.BYTES).putLong(epoch).array());
    return epoch;
  }

  /**
   * Our own log was met with another branch: opens a new epoch and says there again what stands
   * after the last common event, with the same message ids.
   *
   * @param after the last seq that both branches share, as far as is known
   */
  public List<Appended> leaveFork(LogId log, long after) {
    return database.write(tx -> {
      var conversation = log.conversation();
      if (currentEpoch(tx, conversation) != log.epoch()) return List.<Appended>of();
      long epoch = newEpoch(tx, conversation);
      var again = new ArrayList<Appended>();
      long from = after + 1;
      for (var page = logs.events(tx, log, from, PAGE_EVENTS);
          !page.isEmpty();
          page = logs.events(tx, log, from, PAGE_EVENTS)) {
        for (var event : page) {
          sayAgain(tx, conversation, epoch, event).ifPresent(again::add);
        }
        from = page.getLast().seq() + 1;
      }
      return again;
    });
  }

  private Optional<Appended> sayAgain(
      Tx tx, ConversationId conversation, long epoch, Stored event) {
    if (event.body() == null) return Optional.empty();
    try {
      var header = HeaderCodec.decode(event.header());
      var body = BodyCodec.decode(header.kind(), event.body());
      if (body instanceof Body.Unknown) return Optional.empty();
      var shown = Instant.ofEpochMilli(header.shownTime());
      return Optional.of(say(tx, conversation, epoch, body, event.body(), shown));
    } catch (MalformedException e) {
      throw new IllegalStateException("own event " + event.seq() + " is damaged", e);
    }
  }

  /**
   * Takes a page that came over a link; committed when this returns {@link Outcome.Accepted}.
   *
   * @throws MalformedException when the page is not what an honest peer sends
   */
  public Outcome accept(Page page) throws MalformedException {
    var here = database.read(tx -> logs.extent(tx, page.log()));
    var fit = Chain.fit(here, page);
    long highest = here.map(Extent::highest).orElse(0L);
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
        if (!signing.verify(page.log().author(), EVENT_CONTEXT, last.bytes(), page.signature())) {
          throw new MalformedException("signature of an event");
        }
        yield commit(page, here, fitting.events());
      }
    };
  }

  private Outcome commit(Page page, Optional<Extent> here, List<Chain.Fitting> events) {
    var log = page.log();
    return database.write(tx -> {
      // Another link may have brought the same events meanwhile.
      var now = logs.extent(tx, log);
      if (!now.equals(here)) {
        return new Outcome.Gap(log, now.map(Extent::highest).orElse(0L));
      }
      var said = new ArrayList<Said>(events.size());
      for (var event : events) {
        boolean last = event == events.getLast();
        logs.append(
            tx,
            log,
            new Stored(
                event.header().seq(),
                event.hash(),
                event.bytes(),
                last ? page.signature() : null,
                event.body(),
                event.reason()),
            event.header().order());
        addRow(
            tx,
            event.header(),
            event.said(),
            event.body(),
            log.author().equals(signing.ourselves()));
        said.add(new Said(event.header(), event.said()));
      }
      return new Outcome.Accepted(
          log, said.getFirst().header().seq(), said.getLast().header().seq(), said);
    });
  }

  private void addRow(Tx tx, EventHeader header, Body body, byte[] bytes, boolean own) {
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

  /** Events from a seq on that fit a frame and end with a signed one; null when there are none. */
  public Page page(LogId log, long from, int mostBytes) {
    var events = database.read(tx -> logs.events(tx, log, from, PAGE_EVENTS));
    var items = new ArrayList<Page.Item>();
    int bytes = 0;
    Page signed = null;
    for (var event : events) {
      var item = new Page.Item(event.header(), event.body());
      bytes += item.bytes();
      if (bytes > mostBytes && signed != null) break;
      items.add(item);
      if (event.signature() != null) {
        signed = new Page(log, from, List.copyOf(items), event.signature());
      }
    }
    return signed;
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
  public Optional<Extent> extent(LogId log) {
    return database.read(tx -> logs.extent(tx, log));
  }

  /** How far we have the logs of these conversations. */
  public List<Extent> extents(List<ConversationId> conversations) {
    return database.read(
        tx -> conversations.stream().flatMap(c -> logs.extents(tx, c).stream()).toList());
  }
}
