package paloma.core;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import paloma.log.Logs.Share;
import paloma.model.Board;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.DeviceKey;
import paloma.model.LogId;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Trust;
import paloma.peers.PeerBook;
import paloma.store.BoardStore;
import paloma.store.Database;

/** Which boards are here, whom they concern, and what of them is taken. Thread-safe. */
final class Boards {
  /** Why a page is not taken: its author is a stranger of whom enough lies here unread. */
  static final String UNREAD = "unread";

  /** Boards of strangers: an office has fewer people who announce, and a flood stops there. */
  private static final int STRANGE_BOARDS = 256;

  /** What a stranger may announce before the person here has read it. */
  private static final int STRANGE_EVENTS = 40;

  private static final int STRANGE_BYTES = 256 * 1024;

  private static final Share NOTHING = new Share(0, 0, 0);

  private final Map<ConversationId, Board> known = new ConcurrentHashMap<>();
  private final Database database;
  private final BoardStore store;
  private final PeerBook peers;
  private final OwnProfile profile;
  private final Supplier<AnnounceRules> rules;
  private final DeviceId us;

  Boards(
      Database database,
      BoardStore store,
      PeerBook peers,
      OwnProfile profile,
      Supplier<AnnounceRules> rules,
      DeviceId us) {
    this.database = database;
    this.store = store;
    this.peers = peers;
    this.profile = profile;
    this.rules = rules;
    this.us = us;
  }

  void start() {
    database.read(store::all).forEach(board -> known.put(board.id(), board));
  }

  boolean includes(ConversationId id) {
    return known.containsKey(id);
  }

  Optional<Board> board(ConversationId id) {
    return Optional.ofNullable(known.get(id));
  }

  /** The board whose whole id this is. */
  Optional<ConversationId> resolve(String words) {
    return known.keySet().stream().filter(id -> id.text().equalsIgnoreCase(words)).findFirst();
  }

  /** Makes a board known; durable when this returns. */
  void add(Board board, DeviceKey key) {
    database.write(tx -> {
      store.add(tx, board, key);
      return null;
    });
    known.put(board.id(), board);
  }

  /** The boards on which an announcement stands. */
  List<Board> places(MessageId announcement) {
    return database.read(tx -> store.places(tx, announcement));
  }

  private boolean concerns(DeviceId who, Board board) {
    var department =
        who.equals(us)
            ? profile.profile().department()
            : peers.peer(who).map(p -> p.profile().department()).orElse("");
    return board.concerns(who, department);
  }

  /** Boards that concern both a peer and us. */
  List<ConversationId> with(DeviceId peer) {
    return known.values().stream()
        .filter(board -> concerns(us, board) && concerns(peer, board))
        .map(Board::id)
        .toList();
  }

  /** How much of a board is for a peer: all of it or nothing. */
  Share share(DeviceId peer, ConversationId id) {
    return board(id).filter(b -> concerns(peer, b)).isPresent() ? Share.ALL : NOTHING;
  }

  /** Whether anybody may bring us this log: one of a board that concerns us, by its author. */
  boolean takes(LogId log) {
    return board(log.conversation())
        .filter(b -> b.author().equals(log.author()) && concerns(us, b))
        .isPresent();
  }

  /** Whether a board that a peer tells of may become known. */
  boolean mayAdd(Board board) {
    if (!concerns(us, board)) return false;
    return !stranger(board.author())
        || known.values().stream().filter(b -> stranger(b.author())).count() < STRANGE_BOARDS;
  }

  /** Why more of a board is not taken now; empty when it is. */
  Optional<String> holdsBack(LogId log) {
    var author = log.author();
    if (author.equals(us) || !stranger(author)) return Optional.empty();
    boolean full =
        database.read(tx ->
            store.unreadEvents(tx, log.conversation(), us) >= STRANGE_EVENTS
                || store.unreadBytes(tx, log.conversation(), us) >= STRANGE_BYTES);
    return full ? Optional.of(UNREAD) : Optional.empty();
  }

  private boolean stranger(DeviceId author) {
    if (author.equals(us)) return false;
    var trust = peers.trustOf(author);
    return (trust == Trust.NEW || trust == Trust.BLOCKED) && !rules.get().named(author);
  }

  /** Whether links are kept with a peer so that announcements find their way. */
  boolean near(DeviceId peer) {
    var seen = new HashMap<String, Set<DeviceId>>();
    for (var id : with(peer)) {
      var board = known.get(id);
      // Boards of one audience have one circle.
      var circle = board.forEverybody() ? "" : board.department() + "/" + board.author().text();
      if (seen.computeIfAbsent(circle, _ -> near(board)).contains(peer)) return true;
    }
    return false;
  }

  /** Those who are there and whom a board concerns, or in a large office some of them. */
  Set<DeviceId> near(Board board) {
    var there = there(board);
    return there.size() < Circle.EVERYBODY ? there : neighbours(there);
  }

  /** Those of them who tell each other what they have of it. */
  Set<DeviceId> neighbours(Board board) {
    return neighbours(there(board));
  }

  private Set<DeviceId> neighbours(Set<DeviceId> there) {
    there.add(us);
    return Circle.neighbours(us, there);
  }

  /** Whether not everybody keeps a link to everybody whom it concerns. */
  boolean isLarge(Board board) {
    return there(board).size() >= Circle.EVERYBODY;
  }

  private Set<DeviceId> there(Board board) {
    var there = new HashSet<DeviceId>();
    if (!concerns(us, board)) return there;
    peers.all().stream()
        .filter(p -> p.present() && p.trust() != Trust.BLOCKED)
        .map(Peer::id)
        .filter(id -> concerns(id, board))
        .forEach(there::add);
    there.remove(us);
    return there;
  }
}
