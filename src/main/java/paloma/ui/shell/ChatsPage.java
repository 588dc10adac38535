package paloma.ui.shell;

import javafx.beans.property.DoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import paloma.ui.chats.ChatsView;
import paloma.ui.parts.EmptyState;
import paloma.ui.parts.PalomaMark;
import paloma.ui.wording.Wording;

/** The list of conversations and the open one: beside each other, or one of them. */
final class ChatsPage extends HBox {
  private static final double LEAST = 220;
  private static final double MOST = 420;

  private final ChatsView chats;
  private final ConversationZone zone;
  private final Node nobody;
  private final Region handle = new Region();

  ChatsPage(ChatsView chats, ConversationZone zone, Wording wording, DoubleProperty width) {
    this.chats = chats;
    this.zone = zone;
    nobody =
        new StackPane(new EmptyState(PalomaMark.plain(64), wording.say("window.chats.choose"), ""));
    nobody.getStyleClass().add("nobody");
    HBox.setHgrow(nobody, Priority.ALWAYS);
    HBox.setHgrow(zone.node(), Priority.ALWAYS);
    handle.getStyleClass().add("zone-handle");
    handle.setCursor(Cursor.H_RESIZE);
    handle.setOnMouseDragged(e -> {
      double wanted = e.getSceneX() - localToScene(0, 0).getX();
      width.set(Math.clamp(wanted, LEAST, MOST));
    });
    width.addListener((_, _, now) -> chats.setPrefWidth(now.doubleValue()));
    chats.setPrefWidth(width.get());
  }

  /** Whether the conversation is all that a narrow window shows. */
  boolean talking(ShellViewModel shell) {
    return shell.chats().open().get() != null;
  }

  void narrow(boolean narrow, ShellViewModel shell) {
    boolean open = talking(shell);
    zone.back(narrow ? () -> back(shell) : null);
    if (narrow) {
      chats.setMinWidth(0);
      HBox.setHgrow(chats, Priority.ALWAYS);
      show(open ? zone.node() : chats);
    } else {
      chats.setMinWidth(Region.USE_PREF_SIZE);
      HBox.setHgrow(chats, Priority.NEVER);
      show(chats, handle, open ? zone.node() : nobody);
    }
  }

  private void show(Node... wanted) {
    if (!getChildren().equals(java.util.List.of(wanted))) getChildren().setAll(wanted);
  }

  /** From the conversation to the list. */
  boolean back(ShellViewModel shell) {
    if (getChildren().contains(chats)) {
      if (chats.listFocused()) return false;
      chats.list();
      return true;
    }
    shell.chats().open().set(null);
    chats.list();
    return true;
  }
}
