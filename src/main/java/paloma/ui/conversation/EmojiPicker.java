package paloma.ui.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.EmojiPictures;
import paloma.ui.parts.Phrases;

/** All emoji by category; only the rows in view are drawn. A chosen one is handed over. */
final class EmojiPicker extends Popup {
  /** One for each category, in the order of the index. */
  private static final List<String> TABS =
      List.of("😀", "👋", "🐱", "🍜", "✈️", "⚽", "📎", "✅", "🏁");

  private static final int COLUMNS = 8;

  private final Consumer<String> chosen;
  private final ListView<List<String>> grid = new ListView<>();

  EmojiPicker(Phrases words, Consumer<String> chosen) {
    this.chosen = chosen;
    grid.getStyleClass().add("emoji-grid");
    grid.setCellFactory(_ -> new Line());
    grid.setFocusTraversable(false);
    grid.setAccessibleText(words.say("composer.emoji"));
    var tabs = new HBox();
    tabs.getStyleClass().add("emoji-tabs");
    for (int i = 0; i < TABS.size(); i++) {
      int category = i;
      tabs.getChildren().add(Buttons.emoji(TABS.get(i), () -> show(category)));
    }
    var box = new VBox(tabs, grid);
    box.getStyleClass().addAll("popup-surface", "emoji-picker");
    getContent().add(box);
    setAutoHide(true);
    setHideOnEscape(true);
    show(0);
  }

  void showAbove(Node owner) {
    var bounds = owner.localToScreen(owner.getBoundsInLocal());
    show(owner, bounds.getMinX() - 8, 0);
    setY(bounds.getMinY() - getHeight() - 4);
  }

  private void show(int category) {
    var all = EmojiPictures.category(category);
    var lines = new ArrayList<List<String>>();
    for (int i = 0; i < all.size(); i += COLUMNS) {
      lines.add(all.subList(i, Math.min(all.size(), i + COLUMNS)));
    }
    grid.getItems().setAll(lines);
    grid.scrollTo(0);
  }

  private final class Line extends ListCell<List<String>> {
    @Override
    protected void updateItem(List<String> line, boolean empty) {
      super.updateItem(line, empty);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      var row = new HBox();
      for (var emoji : line) row.getChildren().add(Buttons.emoji(emoji, () -> choose(emoji)));
      setGraphic(row);
    }
  }

  private void choose(String emoji) {
    hide();
    chosen.accept(emoji);
  }
}
