package paloma.ui.parts;

import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Scale;

/** The app mark: a white dove with one pale wing on teal. Below 24 pixels it has no eye. */
public final class PalomaMark extends Pane {
  private static final double BOX = 64;
  private static final String WING = "M36 33C34.4 22.6 27.6 13.6 15.6 9C14 24 18.6 34.6 28 41Z";
  private static final String BODY =
      "M56.5 25.2 51 22.9C50.2 19.4 47.2 17 43.7 17c-4 0-7.2 3.1-7.6 7.1-.3 3-1.6 5.6-4 7.9"
          + "L9.5 51.5c6.7 1.5 13.1 1.4 18.9-.2C41 47.8 50.4 40.3 51.4 28.6Z";

  private final double size;

  public PalomaMark(double size) {
    this.size = size;
    getStyleClass().add("paloma-mark");
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    var square = new Rectangle(BOX, BOX);
    square.setArcWidth(28);
    square.setArcHeight(28);
    add("square", square);
    add("wing", path(WING));
    add("body", path(BODY));
    if (size >= 24) add("eye", new Circle(45, 23.4, 1.7));
  }

  /** The mark in the colour of lines, without its square, for empty places. */
  public static PalomaMark plain(double size) {
    var mark = new PalomaMark(size);
    mark.getStyleClass().add("plain");
    return mark;
  }

  /** The pictures of a window's icon; larger ones are never shown and take a megabyte each. */
  public static List<Image> windowIcons() {
    return List.of(16, 24, 32, 48, 64, 128).stream()
        .map(n -> new Image(PalomaMark.class.getResource("/icons/paloma-" + n + ".png").toString()))
        .toList();
  }

  private void add(String style, Shape shape) {
    shape.getStyleClass().add(style);
    shape.getTransforms().add(new Scale(size / BOX, size / BOX));
    getChildren().add(shape);
  }

  private static SVGPath path(String content) {
    var path = new SVGPath();
    path.setContent(content);
    return path;
  }
}
