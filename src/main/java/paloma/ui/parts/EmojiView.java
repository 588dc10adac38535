package paloma.ui.parts;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** One emoji in a line of text; as high as the line by CSS ({@code .emoji}). */
public final class EmojiView extends Region {
  /** Which part of the picture stands above the baseline: measured against Noto's own line. */
  private static final double ABOVE = 0.8;

  private final ImageView view;

  public EmojiView(Image picture) {
    view = new ImageView(picture);
    view.setSmooth(true);
    getStyleClass().add("emoji");
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(view);
  }

  @Override
  protected void layoutChildren() {
    view.setFitWidth(getWidth());
    view.setFitHeight(getHeight());
  }

  @Override
  public double getBaselineOffset() {
    return prefHeight(-1) * ABOVE;
  }
}
