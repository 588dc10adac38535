package paloma.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.EventHeader;
import paloma.model.GroupBody;
import paloma.model.Hash;
import paloma.model.Head;
import paloma.model.LogExtent;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Signing;
import paloma.store.Database;
import paloma.store.LogStore;
import paloma.store.LogStore.Stored;
import paloma.store.OwnStore;
import paloma.store.Tx;
import paloma.work.Time;

/**
 * Our own logs: says events. Thread-safe.
 *
 * <p>An event gets its number and place in the transaction that stores it; a commit is ended by one
 * signature for each log, over the last event the commit said in it.
 */
public final class OwnLogs {

  /**
   * A large commit signs in between, so that a page always finds a signature to end with: a run and
   * one longest body stay below half of {@link Logs#PAGE_EVENTS} and {@link Logs#PAGE_BYTES}.
   */
  private static final int RUN_EVENTS = 64;

  private static final int RUN_BYTES = 48 * 1024;

  /** Events of a log that this commit said since the last signature. */
  private record Run(int events, int bytes) {
    static final Run NONE = new Run(0, 0);

    Run with(int more) {
      return new Run(events + 1, bytes + more);
    }

    boolean full() {
      return events >= RUN_EVENTS || bytes >= RUN_BYTES;
    }
  }

  private final Database database;
  private final LogStore logs;
  private final Rows rows;
  private final GroupLedger groups;
  private final Epochs epochs;
  private final Signing signing;
  private final Time time;

  /** Logs that the running batch said something in; only the writer thread touches it. */
  private final Map<LogId, Run> unsigned = new LinkedHashMap<>();

  /** An event of ours that is durable. */
  public record Appended(LogId log, long seq, Said said) {
    /** It as a row that nothing happened to yet. */
    public Message message() {
      var header = said.header();
      var shown = Instant.ofEpochMilli(header.shownTime());
      return new Message(
          said.body().id(),
          header.conversation(),
          header.author(),
          true,
          shown,
          shown,
          new Message.Position(header.order(), header.author(), header.epoch(), header.seq()),
          Facts.plain(said.body()),
          Message.State.QUEUED,
          Facts.ofNew(said.body()));
    }
  }

  public OwnLogs(
      Database database,
      LogStore logs,
      Rows rows,
      GroupLedger groups,
      OwnStore own,
      Signing signing,
      Time time) {
    this.database = database;
    this.logs = logs;
    this.rows = rows;
    this.groups = groups;
    epochs = new Epochs(own);
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
        tx -> say(tx, conversation, epochs.current(tx, conversation), body, bytes, time.now(), 0));
  }

  /** Says first what a group is made of; who is in it follows from that event. */
  public CompletableFuture<Appended> found(GroupBody.Created created) {
    byte[] bytes = BodyCodec.encode(created);
    var id = ConversationId.ofGroup(signing.ourselves(), bytes);
    return database.writeLater(tx -> {
      groups.known(tx, id);
      return say(tx, id, epochs.current(tx, id), created, bytes, time.now(), 0);
    });
  }

  /** Takes somebody out of a group: what is here of them counts, what may come later does not. */
  public CompletableFuture<Appended> remove(ConversationId group, DeviceId member) {
    return database.writeLater(tx -> {
      var cuts =
          logs.extents(tx, group).stream()
              .filter(e -> e.log().author().equals(member))
              .limit(GroupBody.MOST_CUTS)
              .map(e -> new GroupBody.Cut(e.log().epoch(), e.highest()))
              .toList();
      var body = new GroupBody.Removed(MessageId.random(), member, cuts);
      var bytes = BodyCodec.encode(body);
      return say(tx, group, epochs.current(tx, group), body, bytes, time.now(), 0);
    });
  }

  private Appended say(
      Tx tx,
      ConversationId conversation,
      long epoch,
      Body body,
      byte[] bytes,
      Instant shown,
      long behind) {
    var us = signing.ourselves();
    var log = new LogId(conversation, us, epoch);
    var extents = logs.extents(tx, conversation);
    var membership = groups.of(tx, conversation);
    var previous = extents.stream().filter(e -> e.log().equals(log)).findFirst();
    long order =
        Math.min(
            HeaderCodec.MAX_ORDER,
            Math.max(behind, extents.stream().mapToLong(e -> placeAfter(e, us)).max().orElse(1))
                + (body instanceof GroupBody ? 1 : 0));
    var header =
        new EventHeader(
            BodyCodec.kind(body),
            conversation,
            us,
            epoch,
            previous.map(LogExtent::highest).orElse(0L) + 1,
            previous.map(LogExtent::hash).orElse(Hash.ZERO),
            heads(extents, log, groups.untold(membership, log)),
            membership == null ? Hash.ZERO : membership.hash(),
            order,
            shown.toEpochMilli(),
            Hash.sha256(bytes),
            bytes.length);
    byte[] encoded = HeaderCodec.encode(header);
    var run = unsigned.getOrDefault(log, Run.NONE).with(encoded.length + bytes.length);
    // Whoever is taken out of a group gets the log up to here, so a page must end here; what
    // founds something travels alone.
    boolean ends = run.full() || GroupBody.is(header.kind()) || header.kind() == BoardBody.OPENED;
    byte[] signature = ends ? signing.sign(Logs.EVENT_CONTEXT, encoded) : null;
    unsigned.put(log, ends ? Run.NONE : run);
    var hash = HeaderCodec.hash(encoded);
    var stored = new Stored(header.seq(), hash, encoded, signature, bytes, null);
    logs.append(tx, log, stored, order);
    var said = new Said(header, body, false);
    if (membership == null) {
      rows.add(tx, header, body, bytes, logs.isBoard(tx, conversation));
    } else {
      groups.took(tx, membership, List.of(said), List.of(stored));
    }
    return new Appended(log, header.seq(), said);
  }

  /**
   * Own events may stand side by side; what was seen of others stands before. What changes a group
   * stands behind everything, so that before and after it can be told apart.
   */
  private static long placeAfter(LogExtent extent, DeviceId us) {
    return extent.log().author().equals(us) ? extent.order() : extent.order() + 1;
  }

  /** Who spoke last; before them those whose news of the membership were not named yet. */
  private static List<Head> heads(List<LogExtent> extents, LogId log, Set<LogId> first) {
    return extents.stream()
        .filter(e -> !e.log().equals(log))
        .sorted(
            Comparator.comparing((LogExtent e) -> !first.contains(e.log()))
                .thenComparing(Comparator.comparingLong(LogExtent::order).reversed()))
        .limit(EventHeader.MAX_HEADS)
        .map(e -> new Head(e.log().author(), e.log().epoch(), e.highest(), e.hash()))
        .sorted((a, b) -> a.equals(b) ? 0 : HeaderCodec.before(a, b) ? -1 : 1)
        .toList();
  }

  private void signBatch(Tx tx) {
    for (var log : unsigned.keySet()) {
      var extent = logs.extent(tx, log);
      if (extent.isEmpty()) continue;
      for (var last : logs.events(tx, log, extent.get().highest(), 1)) {
        if (last.signature() == null) {
          logs.sign(tx, log, last.seq(), signing.sign(Logs.EVENT_CONTEXT, last.header()));
        }
      }
    }
    unsigned.clear();
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
      if (epochs.current(tx, conversation) != log.epoch()) return List.<Appended>of();
      long epoch = epochs.begin(tx, conversation);
      var again = new ArrayList<Appended>();
      long from = after + 1;
      for (var page = logs.events(tx, log, from, Logs.PAGE_EVENTS);
          !page.isEmpty();
          page = logs.events(tx, log, from, Logs.PAGE_EVENTS)) {
        for (var event : page) {
          sayAgain(tx, epoch, event.header(), event.body()).ifPresent(again::add);
        }
        from = page.getLast().seq() + 1;
      }
      return again;
    });
  }

  /**
   * A page of another branch of our own log came back: what it says and we have not said elsewhere
   * is said in the present epoch.
   *
   * @throws MalformedException when the page is not what we once signed
   */
  public List<Appended> adopt(Page page) throws MalformedException {
    var us = signing.ourselves();
    var branch = OwnBranch.of(page, signing);
    return database.write(tx -> {
      var conversation = page.log().conversation();
      long epoch = epochs.current(tx, conversation);
      var again = new ArrayList<Appended>();
      for (var event : branch.events()) {
        byte[] body = event.body();
        if (body == null) continue;
        if (!logs.saying(tx, conversation, us, body).isEmpty()) continue;
        sayAgain(tx, epoch, event.bytes(), body).ifPresent(again::add);
      }
      return again;
    });
  }

  private Optional<Appended> sayAgain(Tx tx, long epoch, byte[] event, byte[] bytes) {
    if (bytes == null) return Optional.empty();
    try {
      var header = HeaderCodec.decode(event);
      var body = BodyCodec.decode(header.kind(), bytes);
      if (body instanceof Body.Unknown) return Optional.empty();
      var shown = Instant.ofEpochMilli(header.shownTime());
      // Behind its first place, so that the one in the new epoch counts for all readers.
      long behind = header.order() + 1;
      return Optional.of(say(tx, header.conversation(), epoch, body, bytes, shown, behind));
    } catch (MalformedException e) {
      throw new IllegalStateException("an event of ours is damaged", e);
    }
  }
}
