package paloma.ui.parts;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What happened and what can be done, with one button. */
public final class Banner extends HBox {
  /** Danger stops something, a warning will resolve itself, ok goes by itself. */
  public enum Kind {
    DANGER("error_circle"),
    WARN("warning"),
    OK("checkmark_circle");

    private final String icon;

    Kind(String icon) {
      this.icon = icon;
    }
  }

  private final VBox column = new VBox(4);

  public Banner(Kind kind, String words, Node... buttons) {
    var colour = kind.name().toLowerCase(Locale.ROOT);
    getStyleClass().addAll("banner", colour);
    column.getChildren().add(wrapped(words));
    column.setMinWidth(0);
    column.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(Icon.filled(kind.icon, 20).with(colour), column);
    getChildren().addAll(buttons);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(words);
  }

  /** A tall banner under a header: headline, sentences and buttons below each other. */
  public static Banner tall(Kind kind, String headline, String words, Node... buttons) {
    var banner = new Banner(kind, headline);
    banner.getStyleClass().add("flush");
    banner.column.getChildren().getFirst().getStyleClass().add("headline");
    banner.column.getChildren().add(wrapped(words));
    if (buttons.length > 0) {
      var row = new HBox(8, buttons);
      VBox.setMargin(row, new Insets(8, 0, 0, 0));
      banner.column.getChildren().add(row);
    }
    return banner;
  }

  private static Label wrapped(String words) {
    var label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
