package paloma.ui.conversation;

import java.net.URI;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.SealedBody;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** A sealed message: an envelope with a button, and after the opening its words. */
final class SealCard extends VBox {
  private final Message message;
  private final Wording words;
  private final BiConsumer<MessageId, Optional<String>> open;

  /**
   * @param open opens it, a locked one with the password
   */
  SealCard(
      Message message,
      SealedBody.Sealed sealed,
      Wording words,
      Consumer<URI> browse,
      BiConsumer<MessageId, Optional<String>> open) {
    this.message = message;
    this.words = words;
    this.open = open;
    getStyleClass().add("seal-card");
    if (sealed.text().isEmpty()) {
      getStyleClass().addAll("bubble", "other");
      getChildren().addAll(title(), hint(sealed), opening(sealed));
    } else {
      getChildren()
          .addAll(
              new Bubble(sealed.text(), message.own(), "", browse, CallMarks.Marks.NONE),
              below(sealed));
    }
  }

  private Node title() {
    var title = new Label(words.say("window.line.sealed"), Icon.of("envelope", 20));
    title.getStyleClass().add("strong");
    return title;
  }

  private Node hint(SealedBody.Sealed sealed) {
    var hint =
        new Label(
            words.say(sealed.locked() ? "conversation.seal.locked" : "conversation.seal.hint"));
    hint.getStyleClass().addAll("small", "second");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    return hint;
  }

  private Node opening(SealedBody.Sealed sealed) {
    var says = words.say("conversation.seal.open");
    if (!sealed.locked()) {
      return Buttons.small(
          Buttons.primary(says, () -> open.accept(message.id(), Optional.empty())));
    }
    var password = new PasswordField();
    password.setPromptText(words.say("conversation.seal.password"));
    password.setAccessibleText(words.say("conversation.seal.password"));
    Runnable act = () -> open.accept(message.id(), Optional.of(password.getText()));
    password.setOnAction(_ -> act.run());
    var row = new HBox(8, password, Buttons.primary(says, act));
    row.getStyleClass().add("seal-password");
    return row;
  }

  private Node below(SealedBody.Sealed sealed) {
    var line =
        new Label(
            sealed.opened() == null
                ? words.say("conversation.seal.unopened")
                : words.say("conversation.seal.opened", words.clock(sealed.opened())),
            Icon.of("envelope", 16));
    line.getStyleClass().addAll("small", "second", "seal-line");
    return line;
  }
}
