package paloma.ui.parts;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A card over the whole window that wants an answer first. Escape cancels; the focus does not leave
 * it.
 */
public final class Sheet extends StackPane {
  /** Between the card and the edges of the window, at least. */
  private static final int EDGE = 16;

  private final Region card;
  private final Runnable cancel;
  private final ChangeListener<Node> keeper = (_, _, owner) -> keep(owner);
  private Node before;

  public Sheet(Region card, double width, double height, Runnable cancel) {
    this.card = card;
    this.cancel = cancel;
    // "sheet" alone is the name of what lies inside every list of JavaFX.
    getStyleClass().add("p-sheet");
    card.getStyleClass().addAll("popup-surface", "sheet-card");
    card.setMaxSize(width, height);
    setAlignment(card, Pos.CENTER);
    setMargin(card, new Insets(EDGE));
    getChildren().add(card);
    addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    sceneProperty().addListener((_, was, is) -> moved(was, is));
  }

  private void escape(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE) return;
    cancel.run();
    event.consume();
  }

  private void moved(Scene was, Scene is) {
    if (was != null) {
      was.focusOwnerProperty().removeListener(keeper);
      if (before != null && before.getScene() == was) before.requestFocus();
    }
    if (is == null) return;
    before = is.getFocusOwner();
    is.focusOwnerProperty().addListener(keeper);
  }

  private void keep(Node owner) {
    for (var at = owner; at != null; at = at.getParent()) {
      if (at == this) return;
    }
    card.requestFocus();
  }
}
