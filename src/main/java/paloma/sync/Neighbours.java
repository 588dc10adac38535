package paloma.sync;

import java.util.List;
import java.util.Optional;
import paloma.log.Founding;
import paloma.log.Logs;
import paloma.log.Markers;
import paloma.log.Outcome;
import paloma.log.Page;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.SignedProfile;

/**
 * What a link's sync asks and tells the rest of the messenger: a port. Called from the link's
 * tasks; calls must not wait for a network.
 */
public interface Neighbours {
  /** Conversations that we share with this peer. */
  List<ConversationId> shared(DeviceId peer);

  /** Whether this peer may send us this log; makes the conversation known if so. */
  boolean mayCarry(DeviceId peer, LogId log);

  /** How much of a log is for this peer. */
  Logs.Share share(DeviceId peer, LogId log);

  /** Groups of this peer and us. */
  List<ConversationId> groups(DeviceId peer);

  /** The first event of a group; empty when it is not here. */
  Optional<Founding> founding(ConversationId group);

  /**
   * This peer tells of a group; whether it is known now.
   *
   * @throws MalformedException when no honest peer says that
   */
  boolean founded(DeviceId peer, Founding founding) throws MalformedException;

  /** Whether quotas apply to this peer: its pages are looked at one by one. */
  boolean stranger(DeviceId peer);

  /** Why a page is not taken now: a quota, a block; empty when it is. */
  Optional<String> holdsBack(DeviceId peer, Page page);

  /** Something is committed here: our marker goes to the peer on the link that it has now. */
  void accepted(DeviceId peer, Outcome.Accepted accepted);

  /** As {@link #accepted}, but a colleague brought it, perhaps long after its author said it. */
  void carried(DeviceId author, Outcome.Accepted accepted);

  /** A peer has come further in a log. */
  void risen(DeviceId peer, Markers.Risen risen);

  /** Something was handed over but is not acknowledged yet. */
  void handedOver(DeviceId peer, LogId log, long sent);

  /** The peer does not take more of our log, and why. */
  void held(DeviceId peer, LogId log, String reason);

  /** Whether to ask this peer too for a log of which it has more: others may have been asked. */
  boolean asks(LogId log);

  /** The peer has another branch of this log of ours. */
  void forked(DeviceId peer, LogId log);

  /** The peer sends a page of another branch of a log of ours. */
  void branch(DeviceId peer, Page page);

  /** The peer's signed profile. */
  void register(DeviceId peer, SignedProfile register);

  /** Our signed profile, for the peer. */
  SignedProfile ownRegister();

  /** The peer signals something that is neither stored nor repeated. */
  void signalled(DeviceId peer, ConversationId conversation, int kind);

  /** The link has ended. */
  void ended(SyncLink link, String reason);
}
