package paloma.ui.conversation;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import paloma.ui.parts.SafeText;

/**
 * The texts that somebody says often, as a list above where they write. The focus stays in the
 * writing: who goes on writing is not held up, and the keys of the list are handed to {@link #key}.
 */
final class QuickReplies {
  /** What somebody types at the beginning to get the list. */
  static final String KEY = "/";

  private static final double WIDTH = 360;
  private static final double ROW = 32;

  /** Rows in view; of more one scrolls. */
  private static final int ROWS = 8;

  private final Consumer<String> insert;
  private final ListView<String> list = new ListView<>();
  private final Popup popup = new Popup();
  private Supplier<List<String>> replies = List::of;

  QuickReplies(Consumer<String> insert) {
    this.insert = insert;
    list.setCellFactory(_ -> new Cell());
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.getStyleClass().add("rows");
    list.setOnMouseClicked(_ -> choose());
    var ground = new StackPane(list);
    ground.getStyleClass().addAll("popup-surface", "quick-replies");
    popup.getContent().add(ground);
    popup.setAutoHide(true);
    // Who opens it has the focus; the popup must not take their keys.
    popup.setHideOnEscape(false);
  }

  void replies(Supplier<List<String>> replies) {
    this.replies = replies;
  }

  void showAbove(Node node) {
    var all = replies.get();
    if (all.isEmpty() || node.getScene() == null || node.getScene().getWindow() == null) return;
    list.getItems().setAll(all);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    double height = Math.min(ROWS, all.size()) * ROW + 2;
    list.setPrefSize(WIDTH, height);
    list.setMinHeight(height);
    var at = node.localToScreen(0, 0);
    popup.show(node, at.getX(), at.getY() - height - 12);
  }

  void hide() {
    popup.hide();
  }

  /** Whether the key was one for the list, which is open. */
  boolean key(KeyEvent event) {
    if (!popup.isShowing()) return false;
    switch (event.getCode()) {
      case DOWN -> select(1);
      case UP -> select(-1);
      case ENTER, TAB -> choose();
      case ESCAPE -> hide();
      default -> {
        return false;
      }
    }
    event.consume();
    return true;
  }

  private void select(int step) {
    int count = list.getItems().size();
    int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, count);
    list.getSelectionModel().clearAndSelect(next);
    list.scrollTo(Math.max(0, next - ROWS + 1));
  }

  private void choose() {
    var chosen = list.getSelectionModel().getSelectedItem();
    hide();
    if (chosen != null) insert.accept(chosen);
  }

  private static final class Cell extends ListCell<String> {
    @Override
    protected void updateItem(String reply, boolean empty) {
      super.updateItem(reply, empty);
      setPrefWidth(0);
      if (empty || reply == null) {
        setGraphic(null);
        return;
      }
      var words = new Label(SafeText.name(reply));
      words.setMinWidth(0);
      setGraphic(words);
    }
  }
}
