package paloma.ui.chats;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.model.Peer;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Badge;
import paloma.ui.parts.EmojiLine;
import paloma.ui.parts.Icon;
import paloma.ui.parts.StateMark;
import paloma.ui.parts.TrustMark;
import paloma.ui.wording.Wording;

/** A row of the conversation list, or of what a search found. */
final class ChatCell extends ListCell<ChatItem> {
  private static final int AVATAR = 40;

  private final Wording wording;
  private final MessageLine line;
  private final ChatMenu menu;
  private final Function<DeviceId, String> names;

  ChatCell(Wording wording, Function<DeviceId, String> names, ChatMenu menu) {
    this.wording = wording;
    this.menu = menu;
    line = new MessageLine(wording, names);
    this.names = names;
    getStyleClass().add("chat-cell");
    // The list decides how wide a row is; long lines end in an ellipsis.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(ChatItem item, boolean empty) {
    super.updateItem(item, empty);
    getStyleClass().removeAll("heading");
    setText(null);
    setAccessibleText(null);
    setContextMenu(null);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    setGraphic(
        switch (item) {
          case ChatItem.Heading heading -> heading(heading);
          case ChatItem.Chat chat -> chat(chat);
          case ChatItem.Person person -> person(person.peer());
          case ChatItem.Hit hit -> hit(hit);
        });
  }

  private Node heading(ChatItem.Heading heading) {
    getStyleClass().add("heading");
    var label =
        new Label(
            wording.say(
                "window.search." + heading.kind().name().toLowerCase(java.util.Locale.ROOT)));
    label.getStyleClass().addAll("small", "second");
    return label;
  }

  private Node chat(ChatItem.Chat chat) {
    setContextMenu(menu.of(chat));
    boolean notes = !chat.group() && chat.conversation().members().isEmpty();
    var called = notes ? wording.say("window.notes") : chat.name();
    var avatar =
        notes
            ? Avatar.notes(AVATAR)
            : chat.group() || chat.peer() == null
                ? Avatar.group(called, AVATAR)
                : avatar(chat.peer());
    var time = small(chat.last() == null ? "" : wording.shortly(chat.last().time()));
    var look = chat.conversation().look();
    boolean muted = look.muted(wording.now());
    var top = row(name(called, chat.peer()), trust(chat.peer()));
    if (muted) top.getChildren().add(mark("alert_off"));
    if (look.pinned()) top.getChildren().add(mark("pin"));
    top.getChildren().addAll(space(), time);

    int unread = chat.conversation().unread();
    var badge = new Badge(Math.max(unread, look.markedUnread() ? 1 : 0));
    badge.setMuted(muted);
    var words = second(chat);
    var second = new EmojiLine(words, "small", "second");
    HBox.setHgrow(second, Priority.ALWAYS);
    second.setMaxWidth(Double.MAX_VALUE);
    var bottom = row();
    if (!chat.draft().isBlank()) {
      var draft = small(wording.say("window.chats.draft"));
      draft.getStyleClass().setAll("label", "small", "strong", "warn");
      draft.setMinWidth(Region.USE_PREF_SIZE);
      bottom.getChildren().add(draft);
    } else if (chat.conversation().called()) {
      var us = small(wording.say("window.chats.called"));
      us.getStyleClass().setAll("label", "small", "strong", "accent");
      us.setMinWidth(Region.USE_PREF_SIZE);
      bottom.getChildren().add(us);
    } else if (chat.last() != null && chat.last().own() && !notes) {
      var kind = StateMark.Kind.of(chat.last().state());
      bottom.getChildren().add(new StateMark(kind, wording.say(kind.key())));
    }
    bottom.getChildren().addAll(second, badge);
    setAccessibleText(
        wording.joined(
            called,
            chat.peer() == null ? "" : wording.presence(chat.peer().presence()),
            chat.conversation().called() ? wording.say("window.chats.called") : "",
            unread > 0 ? wording.count("window.chats.unread", unread) : "",
            muted ? wording.say("window.chats.muted") : "",
            look.pinned() ? wording.say("window.chats.pinned") : "",
            words,
            time.getText()));
    return content(avatar, top, bottom);
  }

  private String second(ChatItem.Chat chat) {
    if (!chat.draft().isBlank()) return chat.draft().strip().lines().findFirst().orElse("");
    var last = chat.last();
    if (last == null) return wording.say("window.chats.nothing");
    boolean others = chat.group() && !last.own() && !(last.body() instanceof GroupBody);
    return others
        ? wording.say("window.chats.said", names.apply(last.author()), line.of(last))
        : line.of(last);
  }

  private Node person(Peer peer) {
    var about = small(wording.joined(peer.profile().department(), wording.about(peer)));
    setAccessibleText(wording.joined(peer.name(), about.getText()));
    return content(avatar(peer), row(name(peer.name(), peer), trust(peer)), row(about));
  }

  private Node hit(ChatItem.Hit hit) {
    Message message = hit.message();
    var who = hit.author().isEmpty() ? wording.say("window.chats.you") : hit.author();
    var time = small(wording.shortly(message.time()));
    var words = line.of(message);
    var text = new EmojiLine(words);
    var from = small(hit.author().isEmpty() ? wording.say("window.chats.you-to", hit.with()) : who);
    setAccessibleText(wording.joined(from.getText(), words, time.getText()));
    var avatar = Avatar.person(hit.author().isEmpty() ? hit.with() : hit.author(), AVATAR);
    return content(avatar, row(text, space(), time), row(from));
  }

  private Avatar avatar(Peer peer) {
    return Avatar.of(peer, AVATAR);
  }

  private static Node name(String name, Peer peer) {
    return peer == null || peer.present()
        ? new EmojiLine(name, "strong")
        : new EmojiLine(name, "strong", "second");
  }

  private Node trust(Peer peer) {
    Function<TrustMark, Node> asNode = mark -> mark;
    return peer == null
        ? nothing()
        : TrustMark.of(peer, false, wording).map(asNode).orElseGet(ChatCell::nothing);
  }

  private static Node mark(String icon) {
    return Icon.of(icon, 16).with("second");
  }

  private static Node nothing() {
    var none = new Region();
    none.setManaged(false);
    return none;
  }

  private static Region space() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static Label small(String text) {
    var label = new Label(text);
    label.getStyleClass().addAll("small", "second");
    label.setMinWidth(text.length() < 12 ? Region.USE_PREF_SIZE : 0);
    return label;
  }

  private static HBox row(Node... nodes) {
    var row = new HBox(6, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    return row;
  }

  private static Node content(Avatar avatar, HBox top, HBox bottom) {
    var lines = new VBox(2, top, bottom);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    var content = new HBox(12, avatar, lines);
    content.setAlignment(Pos.CENTER_LEFT);
    return content;
  }
}
