package paloma.model;

import java.util.List;

/**
 * A conversation as a list shows it.
 *
 * @param members everybody in it but us; one for a one-to-one
 * @param last newest message; null when nothing was said yet
 * @param unread messages of others not read here
 * @param group null for a one-to-one
 */
public record Conversation(
    ConversationId id, List<DeviceId> members, Message last, int unread, Group group) {
  /** One of two. */
  public Conversation(ConversationId id, List<DeviceId> members, Message last, int unread) {
    this(id, members, last, unread, null);
  }
}
