package paloma.core;

import java.util.Optional;
import java.util.function.LongSupplier;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Trust;
import paloma.peers.PeerBook;
import paloma.store.BoardStore;
import paloma.store.Database;
import paloma.store.LogStore;

/** What is taken from whom before the person here has answered. Thread-safe. */
final class Strangers {
  /** Why a page is not taken, as it stands in a refusal. */
  static final String BLOCKED = "blocked";

  static final String QUOTA = "quota";

  /** What a stranger may say: enough to introduce oneself, too little to fill a disk. */
  private static final int MESSAGES = 20;

  private static final int BYTES = 256 * 1024;

  private final Database database;
  private final LogStore logs;
  private final BoardStore boards;
  private final PeerBook peers;
  private final DeviceId us;

  Strangers(Database database, LogStore logs, BoardStore boards, PeerBook peers, DeviceId us) {
    this.database = database;
    this.logs = logs;
    this.boards = boards;
    this.peers = peers;
    this.us = us;
  }

  boolean includes(DeviceId peer) {
    return peers.trustOf(peer) == Trust.NEW;
  }

  boolean blocks(DeviceId peer) {
    return peers.trustOf(peer) == Trust.BLOCKED;
  }

  /**
   * The same for a group that nobody here has taken part in yet.
   *
   * @param bytes of all that was said there; counted for strangers alone
   */
  Optional<String> holdsBackGroup(DeviceId peer, LongSupplier bytes) {
    var trust = peers.trustOf(peer);
    if (trust == Trust.BLOCKED) return Optional.of(BLOCKED);
    return trust == Trust.NEW && bytes.getAsLong() >= BYTES ? Optional.of(QUOTA) : Optional.empty();
  }

  /** Why nothing more is taken from a peer now; empty when it is. */
  Optional<String> holdsBack(DeviceId peer, ConversationId conversation) {
    var trust = peers.trustOf(peer);
    if (trust == Trust.BLOCKED) return Optional.of(BLOCKED);
    if (trust != Trust.NEW) return Optional.empty();
    boolean full =
        database.read(tx ->
            // Whoever confirms what we announced was asked to: that does not count.
            logs.countOf(tx, conversation, peer) - boards.confirmationsOf(tx, peer, us) >= MESSAGES
                || logs.bytesOf(tx, conversation, peer) >= BYTES);
    return full ? Optional.of(QUOTA) : Optional.empty();
  }
}
