package paloma.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import paloma.log.membership.Fact;
import paloma.log.membership.Membership;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.EventHeader;
import paloma.model.GroupBody;
import paloma.model.LogExtent;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.store.GroupStore;
import paloma.store.LogStore;
import paloma.store.LogStore.Stored;
import paloma.store.Tx;

/**
 * The memberships of groups in memory, as the logs in the database have them. Only for the thread
 * that writes: what it knows is what the running transaction sees.
 */
public final class GroupLedger {
  /** A front-end that missed a notice sees the row when it looks: what waits is bounded. */
  private static final int MOST_TURNED = 4096;

  private final LogStore logs;
  private final GroupStore groups;
  private final Showing showing;
  private final DeviceId us;
  private final Map<ConversationId, Membership> memberships = new HashMap<>();

  /** What other events brought into view or out of it, to be told of after the commit. */
  private final Queue<Turned> turned = new ConcurrentLinkedQueue<>();

  public GroupLedger(LogStore logs, GroupStore groups, Rows rows, DeviceId us) {
    this.logs = logs;
    this.groups = groups;
    showing = new Showing(logs, rows);
    this.us = us;
  }

  /** Makes a group known by its id. */
  void known(Tx tx, ConversationId id) {
    groups.found(tx, id);
  }

  /**
   * The membership by all that is stored, read again where a transaction was taken back; null where
   * this is no group.
   */
  Membership of(Tx tx, ConversationId id) {
    if (!logs.isGroup(tx, id)) return null;
    var extents = logs.extents(tx, id);
    var here = memberships.get(id);
    if (here != null && agrees(here, extents)) return here;
    var read = read(tx, id, extents);
    memberships.put(id, read);
    return read;
  }

  private static boolean agrees(Membership here, List<LogExtent> extents) {
    return here.size() == extents.size()
        && extents.stream().allMatch(e -> here.highest(e.log()) == e.highest());
  }

  private Membership read(Tx tx, ConversationId id, List<LogExtent> extents) {
    var membership = new Membership(id);
    for (var extent : extents) {
      long from = extent.lowest();
      for (var page = logs.events(tx, extent.log(), from, Logs.PAGE_EVENTS);
          !page.isEmpty();
          page = logs.events(tx, extent.log(), from, Logs.PAGE_EVENTS)) {
        page.forEach(event -> membership.add(fact(event)));
        from = page.getLast().seq() + 1;
      }
    }
    membership.settle();
    return membership;
  }

  private static Fact fact(Stored event) {
    try {
      var header = HeaderCodec.decode(event.header());
      var said =
          event.body() == null || !GroupBody.is(header.kind())
              ? null
              : BodyCodec.decode(header.kind(), event.body());
      return fact(header, event, said instanceof GroupBody group ? group : null);
    } catch (MalformedException e) {
      throw new IllegalStateException("event " + event.seq() + " is damaged", e);
    }
  }

  private static Fact fact(EventHeader header, Stored event, GroupBody body) {
    boolean founds =
        body instanceof GroupBody.Created created
            && header.seq() == 1
            && created.members().getFirst().id().equals(header.author())
            && ConversationId.ofGroup(header.author(), event.body()).equals(header.conversation());
    return new Fact(
        header.log(), header.seq(), event.hash(), header.order(), header.heads(), body, founds);
  }

  /**
   * Events were stored in this transaction: their rows, and those of others that are judged anew,
   * are brought into the timeline or out of it.
   *
   * @param membership as it was before they were stored
   */
  void took(Tx tx, Membership membership, List<Said> said, List<Stored> events) {
    boolean news = false;
    var fresh = new HashSet<Long>();
    for (int i = 0; i < said.size(); i++) {
      var one = said.get(i);
      var body = one.body() instanceof GroupBody group ? group : null;
      membership.add(fact(one.header(), events.get(i), body));
      GroupBody.keys(body).forEach(key -> groups.named(tx, one.header().conversation(), key));
      fresh.add(one.header().seq());
      news |= body != null;
    }
    var log = said.getFirst().header().log();
    boolean others = false;
    for (var shown : membership.settle()) {
      boolean one = shown.log().equals(log) && fresh.contains(shown.seq());
      others |= !one;
      turn(tx, membership, shown).filter(_ -> !one).ifPresent(this::tell);
    }
    for (var one : said) {
      long seq = one.header().seq();
      if (Showing.always(one) && !membership.visible(log, seq)) showing.show(tx, log, seq);
    }
    if (news || others) groups.put(tx, membership.group(), us, gone(membership));
  }

  private Optional<Turned> turn(Tx tx, Membership membership, Membership.Shown shown) {
    var said =
        shown.visible()
            ? showing.show(tx, shown.log(), shown.seq())
            : showing.hide(tx, membership, shown.log(), shown.seq());
    return said.map(s -> new Turned(s, shown.visible()));
  }

  private void tell(Turned one) {
    if (turned.size() < MOST_TURNED) turned.add(one);
  }

  private static Map<DeviceId, GroupStore.Farewell> gone(Membership membership) {
    var gone = new HashMap<DeviceId, GroupStore.Farewell>();
    membership
        .gone()
        .forEach(
            (device, fact) -> gone.put(device, new GroupStore.Farewell(fact.log(), fact.seq())));
    return gone;
  }

  /** What came into view or out of it since the last call; thread-safe. */
  public List<Turned> takeTurned() {
    var taken = new ArrayList<Turned>();
    for (var next = turned.poll(); next != null; next = turned.poll()) taken.add(next);
    return taken;
  }

  /** Logs whose newest events a header should name before others. */
  Set<LogId> untold(Membership membership, LogId log) {
    return membership == null ? Set.of() : membership.untold(log);
  }
}
