package paloma.ui.conversation;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import paloma.model.Message;
import paloma.model.SealedBody;
import paloma.ui.parts.Buttons;
import paloma.ui.wording.Wording;

/** The quick acts beside the bubble under the mouse: three emoji, reply, forward, more. */
final class HoverBar extends HBox {
  /** What is answered most; the picker has the rest. */
  static final List<String> QUICK = List.of("👍", "❤️", "😄");

  HoverBar(Message message, Wording words, Doings doings, Supplier<ContextMenu> menu) {
    getStyleClass().addAll("hover-bar", "popup-surface");
    for (var emoji : QUICK) {
      getChildren().add(Buttons.emoji(emoji, () -> doings.react(message, emoji)));
    }
    var more = Buttons.icon("more_horizontal", words.say("conversation.do.more"), () -> {});
    more.setOnAction(_ -> menu.get().show(more, javafx.geometry.Side.BOTTOM, 0, 4));
    getChildren()
        .add(
            Buttons.icon(
                "arrow_reply", words.say("conversation.do.reply"), () -> doings.reply(message)));
    // What was sealed is for its readers alone.
    if (!(message.body() instanceof SealedBody)) {
      getChildren()
          .add(
              Buttons.icon(
                  "arrow_forward",
                  words.say("conversation.do.forward"),
                  () -> doings.forward(message)));
    }
    getChildren().add(more);
    // The keyboard has the menu of the row; Tab goes from the timeline to the composer.
    for (Node button : getChildren()) button.setFocusTraversable(false);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }
}
