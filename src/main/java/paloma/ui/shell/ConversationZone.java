package paloma.ui.shell;

import javafx.scene.Node;
import paloma.model.ConversationId;

/** The part of the window that shows one conversation. JavaFX thread. */
public interface ConversationZone {
  Node node();

  /** Shows a conversation; null for none. */
  void show(ConversationId id);

  /** Puts the caret into the composer. */
  void write();

  /** In one column the header has a way back; null takes it away. */
  void back(Runnable action);
}
