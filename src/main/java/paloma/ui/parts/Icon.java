package paloma.ui.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/**
 * A picture of one path out of {@code assets/icons}. It grows with the text around it; its colour
 * comes from CSS ({@code .icon > .shape}).
 */
public final class Icon extends Region {
  private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\"");
  private static final Map<String, String> LOADED = new ConcurrentHashMap<>();

  private final SVGPath shape = new SVGPath();
  private final double box;

  private Icon(String name, int size, String style) {
    int drawn = exists(name, size, style) ? size : 20;
    box = drawn;
    shape.setContent(path(file(name, drawn, style)));
    shape.getStyleClass().add("shape");
    getStyleClass().addAll("icon", "icon-" + size);
    getChildren().add(shape);
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMouseTransparent(true);
  }

  /** An outlined icon, 20 high. */
  public static Icon of(String name) {
    return of(name, 20);
  }

  /** An outlined icon of 12, 16, 20, 24, 32 or 64. */
  public static Icon of(String name, int size) {
    return new Icon(name, size, "regular");
  }

  public static Icon filled(String name, int size) {
    return new Icon(name, size, "filled");
  }

  /** The same icon with further style classes, such as {@code danger} or {@code accent}. */
  public Icon with(String... classes) {
    getStyleClass().addAll(classes);
    return this;
  }

  @Override
  protected void layoutChildren() {
    double scale = getWidth() / box;
    shape.setScaleX(scale);
    shape.setScaleY(scale);
    // A shape scales about its own middle; bring that to where it lies in the scaled box.
    var bounds = shape.getLayoutBounds();
    shape.setLayoutX((scale - 1) * bounds.getCenterX());
    shape.setLayoutY((scale - 1) * bounds.getCenterY());
  }

  private static String file(String name, int size, String style) {
    return "/icons/" + name + "_" + size + "_" + style + ".svg";
  }

  private static boolean exists(String name, int size, String style) {
    var file = file(name, size, style);
    return LOADED.containsKey(file) || Icon.class.getResource(file) != null;
  }

  private static String path(String file) {
    return LOADED.computeIfAbsent(
        file,
        _ -> {
          try (var in = Icon.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalArgumentException("no icon " + file);
            var path = PATH.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!path.find()) throw new IllegalArgumentException("no path in " + file);
            return path.group(1);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
