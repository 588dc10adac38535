package paloma.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.Conversation;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.Marker;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Query;
import paloma.model.Receipt;
import paloma.model.SealedBody;
import paloma.store.Database;
import paloma.store.GroupStore;
import paloma.store.LogStore;
import paloma.store.LookStore;
import paloma.store.MarkerStore;
import paloma.store.OpeningStore;
import paloma.store.SearchStore;
import paloma.store.TimelineStore;
import paloma.store.TimelineStore.Entry;
import paloma.store.Tx;
import paloma.store.UnreadStore;

/** What a reader sees of the logs. Thread-safe; every method reads the database. */
public final class Timeline {
  private final Database database;
  private final TimelineStore rows;
  private final SearchStore search;
  private final LogStore logs;
  private final MarkerStore markers;
  private final OpeningStore openings = new OpeningStore();
  private final Facts facts;
  private final LookStore looks;
  private final DeviceId us;
  private final GroupStore groups = new GroupStore();
  private final UnreadStore unread = new UnreadStore();

  public Timeline(
      Database database,
      TimelineStore rows,
      SearchStore search,
      LogStore logs,
      MarkerStore markers,
      Facts facts,
      LookStore looks,
      DeviceId us) {
    this.database = database;
    this.rows = rows;
    this.search = search;
    this.logs = logs;
    this.markers = markers;
    this.facts = facts;
    this.looks = looks;
    this.us = us;
  }

  /** How many readers an own message has, and how far it has come with them. */
  public record Reach(Message message, int of, int delivered, int read) {}

  public Optional<Message> message(MessageId id) {
    return database.read(tx -> rows.find(tx, id).map(e -> message(tx, e)));
  }

  public Optional<Reach> reach(MessageId id) {
    return database.read(tx ->
        rows.find(tx, id)
            .map(e -> new Reach(message(tx, e), e.readers(), e.delivered(), e.read())));
  }

  /** How far a message has come with each member who is not its author. */
  public List<Receipt> receipts(MessageId id) {
    return database.read(tx -> rows.receipts(tx, id));
  }

  /** Every wording of a message, oldest first. */
  public List<Facts.Version> versions(MessageId id) {
    return database.read(tx -> rows.find(tx, id).map(e -> facts.versions(tx, e)).orElse(List.of()));
  }

  /** Messages that stand at the top of a conversation, oldest first. */
  public List<Message> pinned(ConversationId in) {
    return database.read(tx ->
        rows.pins(tx, in).stream()
            .map(e -> message(tx, e))
            .filter(m -> m.facts().pinned())
            .toList());
  }

  public DeviceId ourselves() {
    return us;
  }

  /** Those of a page, or those that are found, oldest first. */
  public List<Message> messages(Query query) {
    return database.read(tx ->
        (query.text() == null ? rows.page(tx, query) : found(tx, query))
            .stream().map(e -> message(tx, e)).toList());
  }

  private List<Entry> found(Tx tx, Query query) {
    return search.find(tx, query).reversed().stream()
        .flatMap(id -> rows.find(tx, id).stream())
        .toList();
  }

  /** A message with so many before and after it, oldest first; empty when it is not here. */
  public List<Message> around(MessageId id, int each) {
    return database.read(tx ->
        rows.find(tx, id)
            .map(middle -> {
              var in = middle.log().conversation();
              var around = new ArrayList<>(rows.page(tx, Query.before(in, id, each)));
              around.add(middle);
              around.addAll(rows.page(tx, Query.after(in, id, each)));
              return around.stream().map(e -> message(tx, e)).toList();
            })
            .orElse(List.of()));
  }

  /** What somebody said of offers, oldest first: verdicts have no rows. */
  public Map<MessageId, List<Body.Verdict>> verdicts(ConversationId in, DeviceId author) {
    return database.read(tx -> logs.ofLength(tx, in, author, BodyCodec.OFFER_STATE_BYTES)).stream()
        .map(Timeline::said)
        .flatMap(body -> body instanceof Body.OfferState state ? Stream.of(state) : Stream.of())
        .collect(
            Collectors.groupingBy(
                Body.OfferState::offer,
                Collectors.mapping(Body.OfferState::verdict, Collectors.toList())));
  }

  private static Body said(LogStore.Stored event) {
    try {
      return BodyCodec.decode(HeaderCodec.decode(event.header()).kind(), event.body());
    } catch (MalformedException damaged) {
      return null;
    }
  }

  /** Rows that a range of events made. */
  public List<Message> range(LogId log, long from, long to) {
    return database.read(
        tx -> rows.range(tx, log, from, to).stream().map(e -> message(tx, e)).toList());
  }

  /** Offers of somebody that no transfer was made of, oldest first. */
  public List<Message> untakenOffers(ConversationId in, DeviceId author, int most) {
    return database.read(
        tx -> rows.untaken(tx, in, author, most).stream().map(e -> message(tx, e)).toList());
  }

  public List<ConversationId> conversations() {
    return database.read(rows::conversations);
  }

  public Conversation conversation(ConversationId id) {
    return database.read(tx -> {
      var members = logs.members(tx, id).stream().filter(m -> !m.equals(us)).toList();
      var last = rows.last(tx, id).map(e -> message(tx, e)).orElse(null);
      var group = groups.group(tx, id).orElse(null);
      var look = looks.of(tx, id);
      int unread = rows.unread(tx, id, us);
      boolean called = group != null && unread > 0 && called(tx, id);
      return new Conversation(id, members, last, unread, look, group, called);
    });
  }

  private boolean called(Tx tx, ConversationId id) {
    return unread.mayCall(tx, id, us).stream()
        .flatMap(m -> rows.find(tx, m).stream())
        .anyMatch(e -> facts.of(tx, e).mentions().include(us));
  }

  private Message message(Tx tx, Entry e) {
    boolean own = e.log().author().equals(us);
    return new Message(
        e.id(),
        e.log().conversation(),
        e.log().author(),
        own,
        e.shown(),
        e.received(),
        new Message.Position(e.order(), e.log().author(), e.log().epoch(), e.seq()),
        shown(tx, e, own),
        own ? stateOfOwn(e) : stateOfOthers(tx, e),
        facts.of(tx, e));
  }

  /** Nobody sees what lies in an envelope before they opened it. */
  private Body shown(Tx tx, Entry e, boolean own) {
    var body = body(e);
    if (!(body instanceof SealedBody.Sealed sealed)) return body;
    return openings.of(tx, e.log().conversation(), e.id()).stream()
        .filter(o -> own ? !o.reader().equals(us) : o.reader().equals(us))
        .findFirst()
        .map(o -> sealed.openedAt(o.time()))
        .orElse(own ? sealed : sealed.closed());
  }

  /** Who has opened a sealed message. */
  public List<OpeningStore.Opening> openings(Message sealed) {
    return database.read(tx -> openings.of(tx, sealed.conversation(), sealed.id())).stream()
        .filter(o -> !o.reader().equals(sealed.author()))
        .toList();
  }

  private static Body body(Entry e) {
    try {
      return BodyCodec.decode(e.kind(), e.body());
    } catch (MalformedException damaged) {
      return new Body.Unknown(e.id(), e.kind());
    }
  }

  /** The weakest over the readers. */
  private static Message.State stateOfOwn(Entry e) {
    // An announcement is for whoever comes: nothing says that it has come to all.
    if (e.kind() == BoardBody.ANNOUNCED) return Message.State.SENT;
    if (e.readers() == 0) return Message.State.READ;
    if (e.read() >= e.readers()) return Message.State.READ;
    if (e.delivered() >= e.readers()) return Message.State.DELIVERED;
    return e.sent() >= e.readers() ? Message.State.SENT : Message.State.QUEUED;
  }

  private Message.State stateOfOthers(Tx tx, Entry e) {
    long read = markers.find(tx, e.log(), us).map(m -> m.marker()).map(Marker::read).orElse(0L);
    return e.seq() <= read ? Message.State.READ : Message.State.DELIVERED;
  }
}
