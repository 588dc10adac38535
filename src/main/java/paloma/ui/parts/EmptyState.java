package paloma.ui.parts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands where nothing is: a picture, what this place is for, and what can be done. */
public final class EmptyState extends VBox {
  /**
   * @param words a sentence below the title; may be empty
   */
  public EmptyState(Node picture, String title, String words, Node... actions) {
    getStyleClass().add("empty-state");
    var head = new Label(title);
    head.setWrapText(true);
    getChildren().addAll(picture, head);
    if (!words.isEmpty()) {
      head.getStyleClass().add("strong");
      var more = new Label(words);
      more.setWrapText(true);
      more.getStyleClass().add("second");
      getChildren().add(more);
    } else {
      head.getStyleClass().add("second");
    }
    getChildren().addAll(actions);
  }
}
