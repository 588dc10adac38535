package paloma.ui.parts;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Says that something is not for the person here to change, and why; whole in a hint. */
public final class LockLabel extends Label {
  public LockLabel(String words) {
    super(words, Icon.of("lock_closed", 16));
    getStyleClass().addAll("small", "strong");
    // Of several lines, the lock stands at the first.
    setAlignment(Pos.TOP_LEFT);
    setTooltip(new Tooltip(words));
  }
}
