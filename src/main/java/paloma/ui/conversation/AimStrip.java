package paloma.ui.conversation;

import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import paloma.model.Message;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** Says above the words which message they answer or change, with a way out of it. */
final class AimStrip extends HBox {
  private final Writing writing;
  private final Wording words;
  private final Function<Message, String> author;
  private final Function<Message, String> line;

  AimStrip(
      Writing writing,
      Wording words,
      Function<Message, String> author,
      Function<Message, String> line) {
    this.writing = writing;
    this.words = words;
    this.author = author;
    this.line = line;
    getStyleClass().add("aim-strip");
  }

  void start() {
    writing.aim().subscribe(this::show);
  }

  private void show(Writing.Aim aim) {
    getChildren().clear();
    switch (aim) {
      // That something is sealed is seen at the button.
      case Writing.Aim.New _, Writing.Aim.Sealed _ -> {}
      case Writing.Aim.Reply(var to) ->
          show("arrow_reply", words.say("composer.reply", author.apply(to)), to);
      case Writing.Aim.Edit(var message, var _) ->
          show("edit", words.say("composer.edit"), message);
    }
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }

  private void show(String icon, String title, Message message) {
    var quote = new QuoteLine(title, line.apply(message), () -> {});
    quote.setFocusTraversable(false);
    HBox.setHgrow(quote, Priority.ALWAYS);
    getChildren()
        .addAll(
            Icon.of(icon).with("accent"),
            quote,
            Buttons.icon("dismiss", words.say("composer.aim.leave"), writing::leave));
  }
}
