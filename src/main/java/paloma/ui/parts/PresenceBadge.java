package paloma.ui.parts;

import java.util.Locale;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import paloma.model.Presence;

/**
 * How available somebody is, as a shape: disc, crescent, diamond, disc with a bar, ring. A ring of
 * 2 pixels in the ground's colour lies around it.
 */
public final class PresenceBadge extends Pane {
  /** Pixels of ground around the figure. */
  private static final double RING = 2;

  private final double size;
  private Presence presence;

  public PresenceBadge(int size) {
    this.size = size;
    double all = size + 2 * RING;
    getStyleClass().add("presence");
    setMinSize(all, all);
    setPrefSize(all, all);
    setMaxSize(all, all);
    setMouseTransparent(true);
    setPresence(Presence.OFFLINE);
  }

  public void setPresence(Presence presence) {
    if (presence == this.presence) return;
    this.presence = presence;
    getStyleClass().setAll("presence", presence.name().toLowerCase(Locale.ROOT));
    double middle = size / 2 + RING;
    var figure = figure(middle, size / 2);
    figure.getStyleClass().add("figure");
    var ground =
        presence == Presence.BUSY
            ? diamond(middle, size / 2 + RING)
            : new Circle(middle, middle, middle);
    ground.getStyleClass().add("ground");
    getChildren().setAll(ground, figure);
  }

  private Shape figure(double c, double r) {
    return switch (presence) {
      case ONLINE -> new Circle(c, c, r);
      case AWAY ->
          Shape.subtract(new Circle(c, c, r), new Circle(c + r * .55, c - r * .55, r * .8));
      case BUSY -> diamond(c, r);
      case DND -> Shape.subtract(new Circle(c, c, r), bar(c, r));
      case OFFLINE, INVISIBLE ->
          Shape.subtract(new Circle(c, c, r), new Circle(c, c, r - Math.max(2, r * .36)));
    };
  }

  private static Shape bar(double c, double r) {
    var bar = new Rectangle(c - r * .6, c - r * .19, r * 1.2, r * .38);
    bar.setArcWidth(r * .38);
    bar.setArcHeight(r * .38);
    return bar;
  }

  private static Shape diamond(double c, double r) {
    return new Polygon(c, c - r, c + r, c, c, c + r, c - r, c);
  }
}
