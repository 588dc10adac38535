package paloma.ui.parts;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A number in a pill: accent for what is unread, grey for what is muted. Hidden at 0. */
public final class Badge extends StackPane {
  /** Above this a badge says "99+": three digits do not fit a row. */
  private static final int MOST = 99;

  private final Label number = new Label();

  public Badge(int count) {
    getStyleClass().add("badge");
    getChildren().add(number);
    setMaxWidth(USE_PREF_SIZE);
    setCount(count);
  }

  public void setCount(int count) {
    number.setText(count > MOST ? MOST + "+" : String.valueOf(count));
    setVisible(count > 0);
    setManaged(count > 0);
  }

  public void setMuted(boolean muted) {
    getStyleClass().remove("muted");
    if (muted) getStyleClass().add("muted");
  }
}
