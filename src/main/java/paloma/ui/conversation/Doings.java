package paloma.ui.conversation;

import java.time.Duration;
import java.util.Optional;
import paloma.model.Message;
import paloma.model.MessageId;

/** What a person can do with a message of the timeline. JavaFX thread. */
interface Doings {
  void reply(Message message);

  /** Adds a reaction, or takes it back when it is there. */
  void react(Message message, String emoji);

  void forward(Message message);

  void edit(Message message);

  void recall(Message message);

  /** For how long an own message can be taken back; empty when it can't. */
  Optional<Duration> recallable(Message message);

  void pin(Message message, boolean pinned);

  void remind(Message message);

  void delete(Message message);

  /** Shows who has it and who read it. */
  void readers(Message message);

  /** Opens a sealed message, a locked one with the app password. */
  void open(MessageId message, Optional<String> password);

  /** Leads to another message. */
  void jump(MessageId id);
}
