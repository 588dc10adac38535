package paloma.ui.chats;

import paloma.model.Conversation;
import paloma.model.ConversationId;
import paloma.model.Message;
import paloma.model.Peer;

/** A line of the conversation list, or of what a search found. */
public sealed interface ChatItem {
  /** What kind of hits follow. */
  record Heading(Kind kind) implements ChatItem {}

  /** The kinds of hits, in their order. */
  enum Kind {
    CHATS,
    PEOPLE,
    MESSAGES
  }

  /**
   * A conversation.
   *
   * @param peer whom it is with; null while that is not known
   * @param draft what was begun and not sent; empty for nothing
   */
  record Chat(Conversation conversation, Peer peer, String name, String draft) implements ChatItem {
    /** Whether it is one of several people. */
    public boolean group() {
      return conversation.group() != null;
    }

    public ConversationId id() {
      return conversation.id();
    }

    /** Null when nothing was said yet. */
    public Message last() {
      return conversation.last();
    }
  }

  /** A colleague with whom a conversation can begin. */
  record Person(Peer peer) implements ChatItem {}

  /** A message that has the words. */
  record Hit(Message message, String author, String with) implements ChatItem {}
}
