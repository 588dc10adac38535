package paloma.core;

import java.util.Collection;
import java.util.List;
import paloma.identity.Identity;
import paloma.log.Founding;
import paloma.log.GroupLedger;
import paloma.log.Logs;
import paloma.log.Outcome;
import paloma.log.OwnLogs;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.LogExtent;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.sync.SyncLink;

/**
 * Who gets what of a group's events, whoever said them, and what follows when its membership
 * changes; what belongs to a board is handed on. Thread-safe.
 */
final class GroupPost {
  private final Sharing sharing;
  private final Logs logs;
  private final GroupLedger ledger;
  private final Notices notices;
  private final ConversationNews news;
  private final Consequences consequences;
  private final Arrivals arrivals;
  private final LazyPush lazy;
  private final BoardPost boards;
  private final DeviceId us;
  private Links links;

  GroupPost(
      Sharing sharing,
      Logs logs,
      GroupLedger ledger,
      Notices notices,
      ConversationNews news,
      Consequences consequences,
      Arrivals arrivals,
      LazyPush lazy,
      BoardPost boards,
      DeviceId us) {
    this.sharing = sharing;
    this.logs = logs;
    this.ledger = ledger;
    this.notices = notices;
    this.news = news;
    this.consequences = consequences;
    this.arrivals = arrivals;
    this.lazy = lazy;
    this.boards = boards;
    this.us = us;
  }

  void start(Links links) {
    this.links = links;
    lazy.start(links);
    boards.start(links);
  }

  /** We said something in a group or on a board; never blocks. */
  void said(OwnLogs.Appended appended) {
    if (boards.includes(appended.log())) {
      boards.said(appended);
      return;
    }
    boolean membership = appended.said().body() instanceof GroupBody;
    arrivals.add(() -> post(appended.log(), appended.seq(), membership));
  }

  /** Something of another member is committed: carried on, and what it brought into view told. */
  void accepted(Outcome.Accepted accepted) {
    if (boards.includes(accepted.log())) boards.accepted(accepted);
    if (!sharing.isGroup(accepted.log().conversation())) return;
    boolean membership = accepted.said().stream().anyMatch(s -> s.body() instanceof GroupBody);
    arrivals.add(() -> post(accepted.log(), accepted.to(), membership));
  }

  /** Whether to ask one more peer for what is new in a log. */
  boolean asks(LogId log) {
    return lazy.asks(log);
  }

  /** A peer tells of a group or a board; whether it is known now and may be compared with it. */
  boolean founded(DeviceId peer, Founding founding) throws MalformedException {
    var read = founding.read();
    if (sharing.isCarried(read.id())) return sharing.mayCarry(peer, read.page().log());
    if (!sharing.mayFound(peer, read)) return false;
    var founder = read.members().getFirst();
    if (!Identity.verify(
        founder.spki(), Logs.EVENT_CONTEXT, founding.header(), founding.signature())) {
      throw new MalformedException("signature of a founding");
    }
    sharing.found(read);
    if (logs.accept(read.page()) instanceof Outcome.Accepted accepted) {
      arrivals.add(() -> consequences.arrived(accepted));
      accepted(accepted);
    }
    return true;
  }

  /** A peer has said who it is. */
  void register(DeviceId peer) {
    boards.moved(peer);
  }

  /** Own events go out to every member at once, carried ones in their own time. */
  private void post(LogId log, long seq, boolean membership) {
    ledger.takeTurned().forEach(consequences::turned);
    var id = log.conversation();
    boolean own = log.author().equals(us);
    if (own) {
      push(log, seq, sharing.others(id));
      sharing.near(id).stream().filter(m -> links.with(m).isEmpty()).forEach(links::want);
    } else {
      if (sharing.isLarge(id)) push(log, seq, sharing.near(id));
      lazy.came(id, List.of(log));
    }
    if (membership) groupChanged(id, own);
  }

  private void push(LogId log, long seq, Collection<DeviceId> to) {
    for (var other : to) links.with(other).ifPresent(sync -> sync.advanced(log, seq));
  }

  /** Who is in the group is another matter now: who came gets it, who is out is told so. */
  private void groupChanged(ConversationId id, boolean own) {
    var group = sharing.group(id);
    if (group.isEmpty()) return;
    var near = sharing.near(id);
    for (var member : group.get().members()) {
      var sync = links.with(member.id());
      if (sync.isPresent()) {
        if (own) sync.get().shares(id);
        sync.get().resume();
      } else if (near.contains(member.id())) {
        links.want(member.id());
      }
    }
    if (own) links.all().forEach(sync -> farewell(id, sync));
    else lazy.came(id, logs.extents(List.of(id)).stream().map(LogExtent::log).toList());
    if (!sharing.wasOurs(id)) return;
    notices.post(new Notice.GroupChanged(group.get()));
    news.changed(id);
  }

  private void farewell(ConversationId id, SyncLink sync) {
    sharing.farewell(id, sync.peer()).ifPresent(f -> sync.advanced(f.log(), f.seq()));
  }
}
