package paloma.ui.chats;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import paloma.model.Conversation.Look;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** How a conversation is kept here: pinned, muted, to be looked at again. */
final class ChatMenu {
  private final ChatsViewModel chats;
  private final Wording words;

  ChatMenu(ChatsViewModel chats, Wording words) {
    this.chats = chats;
    this.words = words;
  }

  ContextMenu of(ChatItem.Chat chat) {
    var id = chat.id();
    var look = chat.conversation().look();
    boolean unread = chat.conversation().unread() > 0 || look.markedUnread();
    return new ContextMenu(
        look.pinned()
            ? item("pin_off", "unpin", () -> chats.pin(id, false))
            : item("pin", "pin", () -> chats.pin(id, true)),
        look.muted(words.now()) ? item("alert", "unmute", () -> chats.mute(id, null)) : mute(chat),
        unread
            ? item("mail_read", "read", () -> chats.markRead(id))
            : item("mail_unread", "unread", () -> chats.markUnread(id)));
  }

  private Menu mute(ChatItem.Chat chat) {
    var menu = new Menu(words.say("window.chats.do.mute"), Icon.of("alert_off"));
    menu.getItems()
        .addAll(
            until(chat, "hour", words.now().plus(Duration.ofHours(1))),
            until(chat, "day", words.now().plus(Duration.ofHours(8))),
            until(chat, "always", Look.FOREVER));
    return menu;
  }

  private MenuItem until(ChatItem.Chat chat, String what, Instant end) {
    var item = new MenuItem(words.say("window.chats.do.mute." + what));
    item.setOnAction(_ -> chats.mute(chat.id(), end));
    return item;
  }

  private MenuItem item(String icon, String what, Runnable action) {
    var item = new MenuItem(words.say("window.chats.do." + what), Icon.of(icon));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
