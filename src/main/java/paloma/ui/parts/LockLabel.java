package paloma.ui.parts;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Says that something is not for the person here to change, and why; whole in a hint. */
public final class LockLabel extends Label {
  public LockLabel(String words) {
    super(words, Icon.of("lock_closed", 16));
    getStyleClass().addAll("small", "strong");
    setTooltip(new Tooltip(words));
  }
}
