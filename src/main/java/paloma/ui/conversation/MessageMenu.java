package paloma.ui.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import paloma.model.AutoBody;
import paloma.model.Body;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** Everything that can be done with a message; only what is possible stands in it. */
final class MessageMenu {
  /** One click away; the first three stand in the hover bar, too. */
  private static final List<String> QUICK = List.of("👍", "❤️", "😄", "🎉", "😮", "🙏");

  private final Wording words;
  private final Doings doings;
  private final ConversationViewModel model;

  MessageMenu(Wording words, Doings doings, ConversationViewModel model) {
    this.words = words;
    this.doings = doings;
    this.model = model;
  }

  /** Whether anything can be done with it. */
  static boolean has(Message message) {
    return !message.facts().recalled() && !(message.body() instanceof GroupBody);
  }

  /**
   * The menu of a message as it is now.
   *
   * @param copy takes its words into the clipboard
   */
  ContextMenu of(Row.Said said, Runnable copy) {
    var message = said.message();
    var menu = new ContextMenu();
    boolean stopped = model.writing().stopped().get();
    var items = new ArrayList<MenuItem>();
    if (!stopped) {
      items.add(reactions(menu, message));
      items.add(item("arrow_reply", "reply", () -> doings.reply(message)));
    }
    if (message.body() instanceof Body.Text || message.body() instanceof AutoBody) {
      items.add(item("arrow_forward", "forward", () -> doings.forward(message)));
    }
    var copied = new MenuItem(words.say("conversation.copy"), Icon.of("copy"));
    copied.setOnAction(_ -> copy.run());
    items.add(copied);
    if (message.own() && !stopped) {
      if (message.body() instanceof Body.Text) {
        items.add(item("edit", "edit", () -> doings.edit(message)));
      }
      if (message.state() != Message.State.READ) {
        items.add(item("alert", "remind", () -> doings.remind(message)));
      }
    }
    if (said.delivery() != null) {
      items.add(item("eye", "readers", () -> doings.readers(message)));
    }
    if (!stopped) {
      boolean pinned = message.facts().pinned();
      items.add(
          item(
              pinned ? "pin_off" : "pin",
              pinned ? "unpin" : "pin",
              () -> doings.pin(message, !pinned)));
    }
    items.add(new SeparatorMenuItem());
    doings.recallable(message).ifPresent(left -> items.add(recall(message, left)));
    var delete = item("delete", "delete", () -> doings.delete(message));
    delete.getStyleClass().add("danger");
    items.add(delete);
    menu.getItems().setAll(items);
    return menu;
  }

  private MenuItem recall(Message message, Duration left) {
    var item = item("arrow_undo", "recall", () -> doings.recall(message));
    item.setText(words.say("conversation.do.recall.left", words.left(left)));
    item.getStyleClass().add("danger");
    return item;
  }

  private MenuItem item(String icon, String what, Runnable action) {
    var item = new MenuItem(words.say("conversation.do." + what), Icon.of(icon));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private MenuItem reactions(ContextMenu menu, Message message) {
    var row = new HBox();
    for (var emoji : QUICK) {
      row.getChildren()
          .add(
              Buttons.emoji(
                  emoji,
                  () -> {
                    menu.hide();
                    doings.react(message, emoji);
                  }));
    }
    var item = new CustomMenuItem(row, false);
    item.getStyleClass().add("reaction-item");
    return item;
  }
}
