package paloma.ui.conversation;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A row of the timeline whose quick acts appear beside its bubble while the mouse is over it. They
 * lie above the row and move nothing.
 */
final class HoverRow extends StackPane {
  private static final double GAP = 8;

  private final Region bubble;
  private final boolean own;
  private final Supplier<? extends Region> maker;
  private Region bar;

  /**
   * @param bubble beside which the acts stand: to the left of an own one
   */
  HoverRow(Node row, Region bubble, boolean own, Supplier<? extends Region> maker) {
    this.bubble = bubble;
    this.own = own;
    this.maker = maker;
    getChildren().add(row);
    setMinWidth(0);
    hoverProperty().addListener((_, _, over) -> show(over));
  }

  private void show(boolean over) {
    if (over && bar == null) {
      bar = maker.get();
      bar.setManaged(false);
      getChildren().add(bar);
    }
    if (bar != null) bar.setVisible(over);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (bar == null || !bar.isVisible()) return;
    bar.applyCss();
    double wide = bar.prefWidth(-1);
    double high = bar.prefHeight(-1);
    var beside = sceneToLocal(bubble.localToScene(bubble.getLayoutBounds()));
    var parent = bubble.getParent();
    // The mark of an own message stands at the bubble's left, below.
    double left =
        own && parent != null
            ? sceneToLocal(parent.localToScene(parent.getLayoutBounds())).getMinX()
            : beside.getMinX();
    double x = own ? left - GAP - wide : beside.getMaxX() + GAP;
    x = Math.clamp(x, 0, Math.max(0, getWidth() - wide));
    double y = Math.max(0, beside.getMinY() + (Math.min(beside.getHeight(), high) - high) / 2);
    bar.resizeRelocate(snapPositionX(x), snapPositionY(y), wide, high);
  }
}
