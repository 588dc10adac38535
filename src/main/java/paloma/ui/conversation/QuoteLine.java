package paloma.ui.conversation;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import paloma.ui.parts.EmojiLine;
import paloma.ui.parts.SafeText;

/** The message that another one answers, in one line; a click or Enter leads there. */
final class QuoteLine extends VBox {
  QuoteLine(String author, String line, Runnable go) {
    getStyleClass().add("quote-line");
    var who = new Label(SafeText.name(author));
    who.getStyleClass().addAll("small", "strong", "accent");
    getChildren().addAll(who, new EmojiLine(SafeText.visible(line), "small", "second"));
    setMinWidth(0);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.HYPERLINK);
    setAccessibleText(author + ": " + line);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) go.run();
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) return;
          go.run();
          event.consume();
        });
  }
}
