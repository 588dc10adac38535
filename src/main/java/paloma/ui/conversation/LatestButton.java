package paloma.ui.conversation;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import paloma.ui.parts.Badge;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** The way back to the newest message, with the number of those that came meanwhile. */
final class LatestButton extends StackPane {
  LatestButton(ConversationViewModel model, Wording words, Runnable toEnd) {
    var button = Buttons.outlined(words.say("conversation.latest"), toEnd);
    var count = new Badge(0);
    model.unseenProperty().addListener((_, _, n) -> count.setCount(n.intValue()));
    button.getStyleClass().add("latest");
    button.setGraphic(new HBox(6, Icon.of("arrow_down", 16).with("accent"), count));
    getChildren().add(button);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    visibleProperty().bind(model.atEndProperty().not());
    StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(this, new Insets(0, 20, 12, 0));
  }
}
