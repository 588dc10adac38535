package paloma.core;

import java.time.Instant;
import java.util.List;
import paloma.model.BoardBody.Announced;
import paloma.model.DeviceId;
import paloma.model.Message;

/**
 * An announcement as a reader sees it.
 *
 * @param author how its author is called
 * @param departments whom it is for, as far as is known here; none for everybody
 * @param confirmed whether the person here confirmed it
 */
public record Announcement(
    Message message, Announced said, String author, List<String> departments, boolean confirmed) {

  /** Whether the person here is still to do something with it. */
  public boolean waits() {
    if (message.own()) return false;
    return said.confirm() ? !confirmed : message.state() != Message.State.READ;
  }

  /**
   * How far it has come with somebody.
   *
   * @param confirmed when they confirmed it, by their clock; null for not yet
   */
  public record Answer(DeviceId reader, boolean delivered, boolean read, Instant confirmed) {
    public boolean given() {
      return confirmed != null;
    }
  }

  /** A department that can be announced to, and how many people are known in it. */
  public record Audience(String department, int people) {}
}
