package paloma.core;

import paloma.identity.Identity;
import paloma.log.Founding;
import paloma.log.GroupLedger;
import paloma.log.Logs;
import paloma.log.Outcome;
import paloma.log.OwnLogs;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.LogId;
import paloma.model.MalformedException;

/**
 * Who gets what of a group's events, whoever said them, and what follows when its membership
 * changes. Thread-safe.
 */
final class GroupPost {
  private final Sharing sharing;
  private final Logs logs;
  private final GroupLedger ledger;
  private final Notices notices;
  private final ConversationNews news;
  private final Consequences consequences;
  private final Arrivals arrivals;
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
      DeviceId us) {
    this.sharing = sharing;
    this.logs = logs;
    this.ledger = ledger;
    this.notices = notices;
    this.news = news;
    this.consequences = consequences;
    this.arrivals = arrivals;
    this.us = us;
  }

  void start(Links links) {
    this.links = links;
  }

  /** We said something in a group; never blocks. */
  void said(OwnLogs.Appended appended) {
    boolean membership = appended.said().body() instanceof GroupBody;
    arrivals.add(() -> post(appended.log(), appended.seq(), membership));
  }

  /** Something of another member is committed: carried on, and what it brought into view told. */
  void accepted(Outcome.Accepted accepted) {
    if (!sharing.isGroup(accepted.log().conversation())) return;
    boolean membership = accepted.said().stream().anyMatch(s -> s.body() instanceof GroupBody);
    arrivals.add(() -> post(accepted.log(), accepted.to(), membership));
  }

  /** A peer tells of a group; whether it is known now and may be compared with this peer. */
  boolean founded(DeviceId peer, Founding founding) throws MalformedException {
    var read = founding.read();
    if (sharing.isGroup(read.group())) return sharing.mayCarry(peer, read.group());
    if (!sharing.mayFound(peer)) return false;
    var founder = read.members().getFirst();
    if (!Identity.verify(
        founder.spki(), Logs.EVENT_CONTEXT, founding.header(), founding.signature())) {
      throw new MalformedException("signature of a founding");
    }
    sharing.found(new Sharing.Founded(read.group(), read.members()));
    if (logs.accept(read.page()) instanceof Outcome.Accepted accepted) {
      arrivals.add(() -> consequences.arrived(accepted));
      accepted(accepted);
    }
    return true;
  }

  /** Own or carried events of a group: out on every link with a member, dialling those near. */
  private void post(LogId log, long seq, boolean membership) {
    ledger.takeTurned().forEach(consequences::turned);
    var near = sharing.near(log.conversation());
    for (var other : sharing.others(log.conversation())) {
      var sync = links.with(other);
      if (sync.isPresent()) {
        sync.get().advanced(log, seq);
      } else if (near.contains(other) && log.author().equals(us)) {
        links.want(other);
      }
    }
    if (membership) groupChanged(log.conversation());
  }

  /** Who is in the group is another matter now: who came gets it, who is out is told so. */
  private void groupChanged(ConversationId id) {
    var group = sharing.group(id);
    if (group.isEmpty()) return;
    var near = sharing.near(id);
    for (var member : group.get().members()) {
      var sync = links.with(member.id());
      if (sync.isPresent()) {
        sync.get().shares(id);
        sync.get().resume();
      } else if (near.contains(member.id())) {
        links.want(member.id());
      }
    }
    for (var sync : links.all()) {
      sharing.farewell(id, sync.peer()).ifPresent(f -> sync.advanced(f.log(), f.seq()));
    }
    if (!sharing.wasOurs(id)) return;
    notices.post(new Notice.GroupChanged(group.get()));
    news.changed(id);
  }
}
