package paloma.log.membership;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import paloma.model.CanonicalWriter;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Group;
import paloma.model.Group.Member;
import paloma.model.Hash;

/** What a set of membership events amounts to. */
record Standing(
    Map<DeviceId, Member> members,
    String name,
    Hash picture,
    Group.History history,
    List<Node> removals) {
  private static final String CONTEXT = "paloma-membership-v1";

  static final Standing NONE =
      new Standing(new TreeMap<>(), "", Hash.ZERO, Group.History.ALL, List.of());

  boolean has(DeviceId device) {
    return members.containsKey(device);
  }

  Group group(ConversationId id) {
    return new Group(id, name, picture, history, List.copyOf(members.values()));
  }

  /** What a header says of the membership that its author knew. */
  Hash hash() {
    var out = new CanonicalWriter();
    members.values().forEach(m -> out.hash(m.id().hash()).u8(m.role().ordinal()));
    return Hash.inContext(CONTEXT, out.bytes());
  }
}
