package paloma.ui.conversation;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import paloma.model.Message;
import paloma.model.MessageId;

/** What a person does with envelopes in one conversation. For the front-end's thread. */
final class Seals {
  private final ConversationViewModel model;
  private final BooleanProperty on = new SimpleBooleanProperty();

  Seals(ConversationViewModel model) {
    this.model = model;
  }

  /** Something asked of the core that leaves a message new or changed. */
  @FunctionalInterface
  interface Request {
    Message of(Talk talk);
  }

  /** Whether what is written goes sealed; for one message. */
  BooleanProperty on() {
    return on;
  }

  /** Sends what is attached and, sealed if it is to be, what is written. */
  void send() {
    var text = model.draftProperty().get().strip();
    if (on.get() && !text.isBlank() && model.sendable().get()) {
      on.set(false);
      model.draftProperty().set("");
      model.ask(talk -> talk.saySealed(model.id(), text), () -> putBack(text));
    }
    model.send();
  }

  private void putBack(String text) {
    on.set(true);
    if (model.draftProperty().get().isEmpty()) model.draftProperty().set(text);
  }

  /** Opens one, a locked one with the app password. */
  void open(MessageId message, Optional<String> password) {
    model.ask(talk -> talk.open(message, password), () -> {});
  }
}
