package paloma.core;

import java.util.Optional;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Trust;
import paloma.peers.PeerBook;
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
  private final PeerBook peers;

  Strangers(Database database, LogStore logs, PeerBook peers) {
    this.database = database;
    this.logs = logs;
    this.peers = peers;
  }

  boolean includes(DeviceId peer) {
    return trust(peer) == Trust.NEW;
  }

  boolean blocks(DeviceId peer) {
    return trust(peer) == Trust.BLOCKED;
  }

  /** The same for a group that nobody here has taken part in yet. */
  Optional<String> holdsBackGroup(DeviceId peer, long bytes) {
    var trust = trust(peer);
    if (trust == Trust.BLOCKED) return Optional.of(BLOCKED);
    return trust == Trust.NEW && bytes >= BYTES ? Optional.of(QUOTA) : Optional.empty();
  }

  private Trust trust(DeviceId peer) {
    return peers.peer(peer).map(p -> p.trust()).orElse(Trust.NEW);
  }

  /** Why nothing more is taken from a peer now; empty when it is. */
  Optional<String> holdsBack(DeviceId peer, ConversationId conversation) {
    var trust = trust(peer);
    if (trust == Trust.BLOCKED) return Optional.of(BLOCKED);
    if (trust != Trust.NEW) return Optional.empty();
    boolean full =
        database.read(tx ->
            logs.countOf(tx, conversation, peer) >= MESSAGES
                || logs.bytesOf(tx, conversation, peer) >= BYTES);
    return full ? Optional.of(QUOTA) : Optional.empty();
  }
}
