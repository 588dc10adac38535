package paloma.ui.parts;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Says that something is not for the person here to change. */
public final class LockLabel extends HBox {
  /**
   * @param words what is said, in as many lines as it needs; of several, the lock stands at the
   *     first
   * @param whole what is said when somebody points at it
   */
  public LockLabel(String words, String whole) {
    super(4);
    var label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().addAll("small", "strong");
    label.setTooltip(new Tooltip(whole));
    var lock = Icon.of("lock_closed", 16);
    HBox.setMargin(lock, new Insets(1, 0, 0, 0));
    setMinHeight(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
    getChildren().addAll(lock, label);
  }
}
