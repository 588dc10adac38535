package paloma.ui.parts;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import paloma.model.Message;

/** How far an own message has come, as five shapes. Whoever places it says it in words, too. */
public final class StateMark extends StackPane {
  /** The shapes: clock, tick, two ticks, two ticks in a pill, "!". */
  public enum Kind {
    HERE,
    SENT,
    STORED,
    READ,
    REFUSED;

    public static Kind of(Message.State state) {
      return switch (state) {
        case QUEUED -> HERE;
        case SENT -> SENT;
        case DELIVERED -> STORED;
        case READ -> READ;
      };
    }

    /** The key of the mark's words. */
    public String key() {
      return "mark.state." + name().toLowerCase(Locale.ROOT);
    }
  }

  public StateMark(Kind kind, String words) {
    getStyleClass().addAll("state-mark", kind.name().toLowerCase(Locale.ROOT));
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(words);
    switch (kind) {
      case HERE -> show(Icon.of("clock", 16), 16);
      case SENT -> show(line("M2 6.5 5.2 9.7 12 2.5"), 16);
      case STORED -> show(line("M1 6.8 3.8 9.6 9.8 3M7.2 9.6 13.2 3"), 16);
      case READ -> show(line("M1 5.2 3.8 8 9 2M7 8 12.2 2"), 22);
      case REFUSED -> show(Icon.filled("error_circle", 16).with("danger"), 16);
    }
  }

  private void show(Node node, double width) {
    getChildren().setAll(node);
    setMinSize(width, 14);
    setPrefSize(width, 14);
    setMaxSize(width, 14);
  }

  private static SVGPath line(String path) {
    var line = new SVGPath();
    line.setContent(path);
    line.setStrokeWidth(1.5);
    line.setStrokeLineCap(StrokeLineCap.ROUND);
    line.setStrokeLineJoin(StrokeLineJoin.ROUND);
    line.getStyleClass().add("line");
    return line;
  }
}
