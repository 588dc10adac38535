package paloma.ui.conversation;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import paloma.ui.parts.EmojiPictures;
import paloma.ui.parts.EmojiView;

/**
 * Lies over a text area and covers each slot of an emoji with the picture of it: the area itself
 * can only draw glyphs.
 */
final class EmojiLayer extends Pane {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final WritingArea area;

  EmojiLayer(WritingArea area) {
    this.area = area;
    getStyleClass().add("emoji-layer");
    setMouseTransparent(true);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  void start() {
    area.textProperty().subscribe(this::requestLayout);
    area.selectionProperty().subscribe(this::requestLayout);
    area.scrollTopProperty().subscribe(this::requestLayout);
    area.fontProperty().subscribe(this::requestLayout);
    area.layoutBoundsProperty().subscribe(this::requestLayout);
  }

  /** Runs after the area's own layout, because the layer is the later child of their parent. */
  @Override
  protected void layoutChildren() {
    var covers = new ArrayList<Node>();
    var text = area.getText();
    for (int i = 0; i < text.length(); i++) {
      var emoji = area.slots().emoji(text.charAt(i));
      if (emoji != null) cover(covers, EmojiPictures.of(emoji).orElseThrow(), i);
    }
    getChildren().setAll(covers);
    covers.forEach(Node::applyCss);
  }

  private void cover(List<Node> covers, Image picture, int index) {
    var at = place(index, index + 1);
    if (at == null || at.getMaxY() < 0 || at.getMinY() > getHeight()) return;
    var cover = new StackPane(new EmojiView(picture));
    cover.getStyleClass().add("emoji-cover");
    var selection = area.getSelection();
    cover.pseudoClassStateChanged(
        SELECTED, selection.getStart() <= index && index < selection.getEnd());
    cover.setManaged(false);
    cover.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
    covers.add(cover);
  }

  private Bounds place(int from, int to) {
    var text = text();
    if (text == null) return null;
    var shape = new Path(text.rangeShape(from, to));
    // A path that is only filled is as large as what it encloses.
    shape.setStroke(null);
    shape.setFill(Color.BLACK);
    var bounds = shape.getBoundsInLocal();
    return bounds.isEmpty() ? null : sceneToLocal(text.localToScene(bounds));
  }

  /** The prompt is a text as well; while it still shows older words, nothing is covered. */
  private Text text() {
    for (var node : area.lookupAll(".text")) {
      if (node instanceof Text text && text.getText().equals(area.getText())) return text;
    }
    return null;
  }
}
