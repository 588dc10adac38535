package paloma.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import paloma.log.Founding;
import paloma.log.Logs.Share;
import paloma.log.Markers;
import paloma.log.Page;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Group;
import paloma.model.LogId;
import paloma.model.Peer;
import paloma.peers.PeerBook;
import paloma.store.BoardStore;
import paloma.store.Database;
import paloma.store.GroupStore;
import paloma.store.LogStore;

/** Which conversations are shared with whom, and how much of them. Thread-safe. */
final class Sharing {
  /** Why a page is not taken, as it stands in a refusal. */
  static final String NOT_MEMBER = "not-member";

  /** Groups that strangers made and nobody here took part in: a few, so that no disk fills. */
  private static final int STRANGE_GROUPS = 20;

  /**
   * What is taken, in one run, from somebody who was taken out of a group: most of it is hidden.
   */
  private static final int GONE_BYTES = 256 * 1024;

  private final Set<ConversationId> known = ConcurrentHashMap.newKeySet();
  private final Map<DeviceId, Integer> fromGone = new ConcurrentHashMap<>();
  private final Database database;
  private final LogStore logs;
  private final GroupStore groups;
  private final Markers markers;
  private final PeerBook peers;
  private final Strangers strangers;
  private final Boards boards;
  private final DeviceId us;

  Sharing(
      Database database,
      LogStore logs,
      GroupStore groups,
      Markers markers,
      PeerBook peers,
      Boards boards,
      BoardStore boardStore,
      DeviceId us) {
    this.database = database;
    this.logs = logs;
    this.groups = groups;
    this.markers = markers;
    this.peers = peers;
    this.boards = boards;
    this.us = us;
    strangers = new Strangers(database, logs, boardStore, peers, us);
  }

  boolean stranger(DeviceId peer) {
    return strangers.includes(peer);
  }

  /** The conversation of us and one other device; known from now on. */
  ConversationId between(DeviceId peer) {
    var id = ConversationId.between(us, peer);
    // Known only when it is there: another thread may read it at once.
    if (!known.contains(id)) {
      database.write(tx -> {
        logs.addConversation(tx, id, LogStore.ONE_TO_ONE, List.of(us, peer));
        return null;
      });
      known.add(id);
    }
    return id;
  }

  /** All that both are in, and groups that the peer has not been told to be out of. */
  List<ConversationId> with(DeviceId peer) {
    return database.read(tx -> {
      var shared = new ArrayList<>(logs.shared(tx, us, peer));
      for (var farewell : groups.farewells(tx, peer)) {
        boolean in = logs.members(tx, farewell.log().conversation()).contains(us);
        if (in && markers.delivered(farewell.log(), peer) < farewell.seq()) {
          shared.add(farewell.log().conversation());
        }
      }
      shared.addAll(boards.with(peer));
      return List.copyOf(shared);
    });
  }

  /** Groups of both, and boards that concern both. */
  List<ConversationId> groupsWith(DeviceId peer) {
    var all =
        database.read(
            tx -> logs.shared(tx, us, peer).stream().filter(c -> logs.isGroup(tx, c)).toList());
    return Stream.concat(all.stream(), boards.with(peer).stream()).toList();
  }

  /** Whether we have said something that this device has not stored. */
  boolean hasMailFor(DeviceId peer) {
    var near = with(peer).stream().filter(c -> near(peer, c)).toList();
    return database
        .read(tx -> near.stream().flatMap(c -> logs.extents(tx, c).stream()).toList())
        .stream()
        .filter(e -> e.log().author().equals(us))
        .anyMatch(e -> markers.delivered(e.log(), peer) < e.highest());
  }

  /** Whether a link is needed for anything that is shared. */
  boolean near(DeviceId peer) {
    return boards.near(peer)
        || with(peer).stream().anyMatch(c -> !boards.includes(c) && near(peer, c));
  }

  boolean near(DeviceId peer, ConversationId id) {
    return near(id).contains(peer) || farewell(id, peer).isPresent();
  }

  /** The others of a conversation with whom links are kept for it. */
  Set<DeviceId> near(ConversationId id) {
    var board = boards.board(id);
    if (board.isPresent()) return boards.near(board.get());
    var members = members(id);
    if (members.size() > Circle.EVERYBODY) return neighbours(members);
    members.remove(us);
    return members;
  }

  /** Members who tell each other what they have of a group. */
  Set<DeviceId> neighbours(ConversationId id) {
    var board = boards.board(id);
    if (board.isPresent()) return boards.neighbours(board.get());
    return neighbours(members(id));
  }

  private Set<DeviceId> neighbours(Set<DeviceId> members) {
    members.removeIf(m -> !m.equals(us) && !present(m));
    return Circle.neighbours(us, members);
  }

  /** Whether not everybody keeps a link to everybody there. */
  boolean isLarge(ConversationId id) {
    return members(id).size() > Circle.EVERYBODY;
  }

  private Set<DeviceId> members(ConversationId id) {
    return new HashSet<>(database.read(tx -> logs.members(tx, id)));
  }

  List<DeviceId> others(ConversationId id) {
    return database.read(tx -> logs.members(tx, id)).stream().filter(m -> !m.equals(us)).toList();
  }

  private boolean present(DeviceId device) {
    return peers.peer(device).map(Peer::present).orElse(false);
  }

  boolean isGroup(ConversationId id) {
    return database.read(tx -> logs.isGroup(tx, id));
  }

  /** Whether everybody whom a conversation concerns carries all logs of it. */
  boolean isCarried(ConversationId id) {
    return boards.includes(id) || isGroup(id);
  }

  Optional<Group> group(ConversationId id) {
    return database.read(tx -> groups.group(tx, id));
  }

  /** Whether a log may come from a peer: of groups from members and who was one. */
  boolean mayCarry(DeviceId peer, LogId log) {
    var id = log.conversation();
    if (boards.includes(id)) return boards.takes(log);
    return database.read(tx -> logs.isGroup(tx, id) && groups.isNamed(tx, id, peer));
  }

  /** How much of a log is for a peer. */
  Share share(DeviceId peer, LogId log) {
    var id = log.conversation();
    if (boards.includes(id)) return boards.share(peer, id);
    return database.read(tx -> {
      if (!logs.isGroup(tx, id)) return Share.ALL;
      var member = groups.member(tx, id, peer);
      if (member.isPresent()) {
        long lacking = groups.kept(tx, id).map(k -> k.bodiesFrom()).orElse(0L);
        return new Share(Long.MAX_VALUE, member.get().bodiesFrom(), lacking);
      }
      long last =
          groups
              .farewell(tx, id, peer)
              .filter(f -> f.log().equals(log))
              .map(GroupStore.Farewell::seq)
              .orElse(0L);
      return new Share(last, 0, 0);
    });
  }

  /** By which event somebody is no longer in a group. */
  Optional<GroupStore.Farewell> farewell(ConversationId id, DeviceId peer) {
    return database.read(tx -> groups.farewell(tx, id, peer));
  }

  /** Why a page is not taken now; empty when it is. */
  Optional<String> holdsBack(DeviceId peer, Page page) {
    var id = page.log().conversation();
    var author = page.log().author();
    if (boards.includes(id)) return boards.holdsBack(page.log());
    if (!isGroup(id)) {
      return author.equals(us) ? Optional.empty() : strangers.holdsBack(peer, id);
    }
    return database.read(tx -> {
      if (!groups.isNamed(tx, id, author)) return Optional.of(NOT_MEMBER);
      // Somebody who was taken out may have said something before they knew, and it may count.
      boolean out = author.equals(peer) && groups.farewell(tx, id, peer).isPresent();
      if (out && fromGone.merge(peer, page.bytes(), Integer::sum) > GONE_BYTES) {
        return Optional.of(NOT_MEMBER);
      }
      boolean kept = groups.kept(tx, id).map(GroupStore.Kept::kept).orElse(false);
      return kept ? Optional.empty() : strangers.holdsBackGroup(peer, () -> groups.bytesIn(tx, id));
    });
  }

  /** Whether a group or board that a peer tells of may become known. */
  boolean mayFound(DeviceId peer, Founding.Read founding) {
    if (founding.board() != null) return boards.mayAdd(founding.board());
    if (strangers.blocks(peer)) return false;
    return !stranger(peer) || database.read(groups::notKept) < STRANGE_GROUPS;
  }

  /** Makes a group or board known whose first event was checked. */
  void found(Founding.Read founding) {
    if (founding.board() != null) {
      boards.add(founding.board(), founding.members().getFirst());
      return;
    }
    database.write(tx -> {
      groups.found(tx, founding.id());
      founding.members().forEach(key -> groups.named(tx, founding.id(), key));
      return null;
    });
  }

  /** The person here took part: quotas are over. */
  boolean keep(ConversationId id) {
    boolean already =
        database.read(tx -> groups.kept(tx, id)).map(GroupStore.Kept::kept).orElse(true);
    return !already && database.write(tx -> groups.keep(tx, id));
  }

  /** Groups that we are or were in. */
  List<ConversationId> ours() {
    return database.read(groups::ours);
  }

  boolean wasOurs(ConversationId id) {
    return database.read(tx -> groups.kept(tx, id)).map(GroupStore.Kept::ours).orElse(true);
  }
}
