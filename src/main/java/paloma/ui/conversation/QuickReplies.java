package paloma.ui.conversation;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import paloma.ui.parts.SafeText;

/** The texts that somebody says often, as a list above where they write. */
final class QuickReplies {
  /** What somebody types at the beginning to get the list. */
  static final String KEY = "/";

  private static final int SHOWN = 60;

  private final Consumer<String> insert;
  private Supplier<List<String>> replies = List::of;
  private ContextMenu open;

  QuickReplies(Consumer<String> insert) {
    this.insert = insert;
  }

  void replies(Supplier<List<String>> replies) {
    this.replies = replies;
  }

  void showAbove(Node node) {
    hide();
    var menu = new ContextMenu();
    menu.getStyleClass().add("quick-replies");
    for (var reply : replies.get()) {
      var item = new MenuItem(shown(reply));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> insert.accept(reply));
      menu.getItems().add(item);
    }
    if (menu.getItems().isEmpty()) return;
    open = menu;
    menu.show(node, Side.TOP, 0, -4);
  }

  void hide() {
    if (open != null) open.hide();
    open = null;
  }

  private static String shown(String reply) {
    var line = SafeText.name(reply.strip());
    int end = line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())));
    return end == line.length() ? line : line.substring(0, end) + "…";
  }
}
