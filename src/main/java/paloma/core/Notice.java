package paloma.core;

import java.util.List;
import java.util.Optional;
import paloma.model.Conversation;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Group;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Problem;
import paloma.model.Transfer;
import paloma.model.Update;

/**
 * Something that happened and that a front-end may want to show. Delivered in order, on one thread.
 */
public sealed interface Notice {
  record Started(Status status) implements Notice {}

  record Stopping() implements Notice {}

  /** Somebody is there who was not. */
  record PeerAppeared(Peer peer) implements Notice {}

  record PeerChanged(Peer peer) implements Notice {}

  record PeerLeft(Peer peer) implements Notice {}

  record TrustChanged(Peer peer) implements Notice {}

  /** A new row of the timeline: somebody else's, or our own said from another front-end. */
  record MessageReceived(Message message) implements Notice {}

  /** A row looks different now: mostly its state. */
  record MessageChanged(Message message) implements Notice {}

  /** A row is gone: the person here deleted it. */
  record MessageDeleted(ConversationId conversation, MessageId message) implements Notice {}

  /** Last message or unread count changed. */
  record ConversationChanged(Conversation conversation) implements Notice {}

  /** A group has another name, members or settings now, or we are in it or out of it. */
  record GroupChanged(Group group) implements Notice {}

  record OfferReceived(Message message, Transfer transfer) implements Notice {}

  /** State, bytes or speed changed: at most four a second for each transfer. */
  record TransferProgress(Transfer transfer) implements Notice {}

  record TransferFinished(Transfer transfer) implements Notice {}

  record TransferFailed(Transfer transfer) implements Notice {}

  /**
   * Another update is shown, or it came further: at most four a second; empty when none is.
   *
   * @param news this release was not told of in this run
   */
  record UpdateChanged(Optional<Update> update, boolean news) implements Notice {}

  /** Somebody does something that is neither stored nor a row of the timeline. */
  sealed interface Gesture extends Notice {}

  /** Somebody is writing; holds for about five seconds. */
  record Typing(ConversationId conversation, DeviceId peer) implements Gesture {}

  /** Somebody asks for our attention. */
  record Nudged(ConversationId conversation, DeviceId peer) implements Gesture {}

  /** The author of a message that is not read here asks for it. */
  record Reminded(Message message) implements Gesture {}

  record NetworkChanged(List<String> interfaces) implements Notice {}

  record ProblemArose(Problem problem) implements Notice {}
}
