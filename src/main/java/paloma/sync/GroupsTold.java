package paloma.sync;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import paloma.frames.Frame;
import paloma.model.ConversationId;

/** Which groups the peer of one link knows, and telling of those that it seems not to know. */
final class GroupsTold {
  private final Lane lane;
  private final Neighbours neighbours;
  private final Set<ConversationId> known = ConcurrentHashMap.newKeySet();

  GroupsTold(Lane lane, Neighbours neighbours) {
    this.lane = lane;
    this.neighbours = neighbours;
  }

  /** The peer has said something of a conversation; returns it. */
  ConversationId known(ConversationId group) {
    known.add(group);
    return group;
  }

  /** Tells of a group of both, once on a link; events of it go after this. */
  void of(ConversationId group) {
    if (!known.add(group)) return;
    neighbours
        .founding(group)
        .ifPresent(f -> lane.post(new Frame.Founding(f.header(), f.body(), f.signature())));
  }
}
