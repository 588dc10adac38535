package paloma.core;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;
import paloma.model.BoardBody.Announced;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.Peer;
import paloma.model.Trust;
import paloma.peers.PeerBook;
import paloma.store.BoardStore;
import paloma.store.Database;

/**
 * What of the boards a reader sees. What is not seen is kept and carried all the same. Thread-safe.
 */
final class BoardSight {
  private static final System.Logger LOG = System.getLogger("paloma.core");

  private final Database database;
  private final BoardStore store;
  private final PeerBook peers;
  private final Supplier<AnnounceRules> rules;
  private final DeviceId us;

  BoardSight(
      Database database,
      BoardStore store,
      PeerBook peers,
      Supplier<AnnounceRules> rules,
      DeviceId us) {
    this.database = database;
    this.store = store;
    this.peers = peers;
    this.rules = rules;
    this.us = us;
  }

  /** Whether a message may be shown: not what somebody announces who is blocked or may not. */
  boolean shows(Message message) {
    if (!(message.body() instanceof Announced) || message.own()) return true;
    return rules.get().allows(message.author()) && !blocked(message.author());
  }

  /** The same of something that came just now; what is not shown is noted in the log. */
  boolean admits(Message message) {
    if (shows(message)) return true;
    var why = blocked(message.author()) ? "is blocked" : "may not announce here";
    LOG.log(Level.WARNING, "announcement not shown: {0} {1}", message.author(), why);
    return false;
  }

  private boolean blocked(DeviceId author) {
    return peers.trustOf(author) == Trust.BLOCKED;
  }

  /** Whether its author still waits for the person here. */
  boolean open(Message message) {
    if (!(message.body() instanceof Announced said) || !said.confirm()) {
      return message.state() != Message.State.READ;
    }
    return shows(message) && !database.read(tx -> store.isConfirmed(tx, message.id(), us));
  }

  Optional<Announcement> of(Message message) {
    if (!(message.body() instanceof Announced said) || !shows(message)) return Optional.empty();
    return Optional.of(
        database.read(tx -> {
          var places = store.places(tx, message.id());
          boolean all = places.stream().anyMatch(b -> b.forEverybody());
          var departments =
              all ? java.util.List.<String>of() : places.stream().map(b -> b.name()).toList();
          boolean confirmed = store.isConfirmed(tx, message.id(), us);
          return new Announcement(message, said, name(message, said), departments, confirmed);
        }));
  }

  /** A reader may have met its author or not. */
  private String name(Message message, Announced said) {
    return peers
        .peer(message.author())
        .map(Peer::name)
        .filter(name -> !name.isBlank())
        .orElse(said.by());
  }
}
