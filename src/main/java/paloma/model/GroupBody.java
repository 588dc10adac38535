package paloma.model;

import java.util.List;

/**
 * What changes who is in a group, and what it is called. Whether it counts is judged from what its
 * author had seen, see {@code src/docs/protocol.md}, "Groups".
 */
public sealed interface GroupBody extends Body {
  int CREATED = 30;
  int ADDED = 31;
  int REMOVED = 32;
  int LEFT = 33;
  int ROLE = 34;
  int RENAMED = 35;
  int PICTURED = 36;
  int HISTORY = 37;

  /** People in a group: their keys fit one body. */
  int MOST_MEMBERS = 500;

  /** Bytes of a group's name: it fits a line of a list. */
  int MAX_NAME = 128;

  /** Epochs that a removal names: somebody opens a new one only after a profile was copied back. */
  int MOST_CUTS = 64;

  /** Whether a kind is one of these; its body is never held back from anybody. */
  static boolean is(int kind) {
    return kind >= CREATED && kind <= 39;
  }

  /** The keys of those whom an event brings in. */
  static List<DeviceKey> keys(Body body) {
    return switch (body) {
      case Created created -> created.members();
      case Added added -> added.members();
      case null, default -> List.of();
    };
  }

  /** The first event of a group, in its founder's log: its bytes and the founder are the id. */
  record Created(MessageId id, Hash nonce, String name, List<DeviceKey> members)
      implements GroupBody {}

  /**
   * @param history what those who are added get of what was said before
   */
  record Added(MessageId id, List<DeviceKey> members, Group.History history) implements GroupBody {}

  /**
   * @param cuts what counts of the removed member's logs; other epochs do not count at all
   */
  record Removed(MessageId id, DeviceId member, List<Cut> cuts) implements GroupBody {}

  /** The author has left. */
  record Left(MessageId id) implements GroupBody {}

  record RoleGiven(MessageId id, DeviceId member, Group.Role role) implements GroupBody {}

  record Renamed(MessageId id, String name) implements GroupBody {}

  /** The hash of the group's picture; zero takes it away. */
  record Pictured(MessageId id, Hash picture) implements GroupBody {}

  record HistorySet(MessageId id, Group.History history) implements GroupBody {}

  /** The last event of an epoch that counts. */
  record Cut(long epoch, long seq) {}
}
