package paloma.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A group as it stands here.
 *
 * @param members everybody in it, us too while we are; in the order of their ids
 * @param picture hash of its picture; zero without one
 * @param history what somebody who is added gets of what was said before
 */
public record Group(
    ConversationId id, String name, Hash picture, History history, List<Member> members) {
  /** Senior first; the order and the numbers are part of the wire format. */
  public enum Role {
    OWNER,
    ADMIN,
    MEMBER;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it may add, remove and rename. */
    public boolean leads() {
      return this != MEMBER;
    }
  }

  /** The order and the numbers are part of the wire format. */
  public enum History {
    ALL,
    JOINING;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Somebody in the group.
   *
   * @param since order key of the event that added them
   * @param from what they were given of the time before
   */
  public record Member(DeviceId id, Role role, long since, History from) {
    /** Bodies of events before this order key are not for them. */
    public long bodiesFrom() {
      return from == History.JOINING ? since : 0;
    }
  }

  public Optional<Member> member(DeviceId device) {
    return members.stream().filter(m -> m.id().equals(device)).findFirst();
  }
}
