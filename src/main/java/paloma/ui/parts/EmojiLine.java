package paloma.ui.parts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * One line of words with its emoji as pictures; what does not fit ends in an ellipsis. A label
 * can't show the pictures, a flow of texts has no ellipsis.
 */
public final class EmojiLine extends Region {
  private final Label more = label("…");

  /**
   * @param classes style classes of the words
   */
  public EmojiLine(String text, String... classes) {
    getStyleClass().add("emoji-line");
    for (var run : EmojiText.split(text)) {
      var picture = run.emoji() ? EmojiPictures.of(run.text()) : null;
      if (picture != null && picture.isPresent()) {
        var view = new EmojiView(picture.get());
        view.getStyleClass().addAll(classes);
        getChildren().add(view);
      } else {
        getChildren().add(label(run.text(), classes));
      }
    }
    more.getStyleClass().addAll(classes);
    getChildren().add(more);
    setMinWidth(0);
  }

  private static Label label(String words, String... classes) {
    var label = new Label(words);
    label.getStyleClass().addAll(classes);
    return label;
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = 0;
    for (var child : getChildren()) if (child != more) width += wide(child);
    return width;
  }

  @Override
  protected double computePrefHeight(double width) {
    double height = 0;
    for (var child : getChildren()) height = Math.max(height, child.prefHeight(-1));
    return Math.ceil(height);
  }

  @Override
  protected void layoutChildren() {
    double left = getWidth();
    double x = 0;
    boolean cut = false;
    more.setVisible(false);
    for (var child : getChildren()) {
      if (child == more) continue;
      boolean fits = wide(child) <= left;
      // A label cuts itself; instead of a picture stands the ellipsis.
      var shown = cut ? null : fits || child instanceof Label ? child : more;
      child.setVisible(shown == child);
      if (shown != null) x += put(shown, x, Math.min(wide(shown), left));
      left = getWidth() - x;
      cut |= !fits;
    }
  }

  private double put(Node node, double x, double width) {
    node.setVisible(true);
    double high = node.prefHeight(-1);
    node.resizeRelocate(x, Math.round((getHeight() - high) / 2), width, high);
    return width;
  }

  private static double wide(Node node) {
    return Math.ceil(node.prefWidth(-1));
  }
}
