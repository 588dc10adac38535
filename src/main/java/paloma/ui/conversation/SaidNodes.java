package paloma.ui.conversation;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.ui.chats.MessageLine;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.SafeText;
import paloma.ui.parts.StateMark;
import paloma.ui.wording.Wording;

/** Makes the node of something said: its content, who and when, what was done with it. */
final class SaidNodes {
  private final Wording words;
  private final Errands errands;
  private final Contents contents;
  private final Function<DeviceId, String> names;
  private final Doings doings;
  private final Supplier<DeviceId> us;
  private final MessageMenu menu;
  private final MessageLine line;

  /**
   * @param names what somebody is called
   * @param calls what is marked in the words
   * @param us who sits here
   */
  SaidNodes(
      Wording words,
      Errands errands,
      Contents contents,
      Function<DeviceId, String> names,
      Doings doings,
      Supplier<DeviceId> us,
      MessageMenu menu) {
    this.words = words;
    this.errands = errands;
    this.contents = contents;
    this.names = names;
    this.doings = doings;
    this.us = us;
    this.menu = menu;
    line = new MessageLine(words, names);
  }

  Node node(Row.Said row) {
    var message = row.message();
    var bubble = contents.of(row);
    bubble.setMinWidth(0);
    var shown = message.own() ? own(row, bubble) : other(row, bubble);
    var copied = line.of(message);
    return new HoverRow(
        shown,
        bubble,
        message.own(),
        () ->
            new HoverBar(
                message, words, doings, () -> menu.of(row, () -> errands.copy().accept(copied))));
  }

  /** A message in one line. */
  String line(Message message) {
    return line.of(message);
  }

  /** Who said it. */
  String author(Row.Said row) {
    return contents.author(row.message(), row.author() == null ? "" : row.author().name());
  }

  private Node own(Row.Said row, Region bubble) {
    var marked = new HBox();
    if (row.message().facts().edited() != null) marked.getChildren().add(edited());
    marked.getChildren().addAll(mark(row), bubble);
    marked.getStyleClass().add("marked");
    marked.setAlignment(Pos.BOTTOM_RIGHT);
    var column = new VBox(marked);
    column.getStyleClass().addAll("said-row", "own-row", row.first() ? "first" : "next");
    if (row.first()) {
      var time = new Label(words.clock(row.message().time()));
      time.getStyleClass().addAll("small", "second", "head");
      column.getChildren().addFirst(time);
    }
    reactions(row, column);
    if (row.waits() > 0) column.getChildren().add(new WaitingLine(row.waits(), words));
    column.setAlignment(Pos.TOP_RIGHT);
    return column;
  }

  private Label edited() {
    var edited = new Label(words.say("conversation.edited"));
    edited.getStyleClass().addAll("small", "second", "edited");
    edited.setMinWidth(Region.USE_PREF_SIZE);
    return edited;
  }

  private void reactions(Row.Said row, VBox column) {
    var message = row.message();
    if (message.facts().reactions().isEmpty()) return;
    column
        .getChildren()
        .add(
            new ReactionRow(
                message.facts().reactions(),
                us.get(),
                id -> id.equals(us.get()) ? words.say("conversation.you") : names.apply(id),
                emoji -> doings.react(message, emoji)));
  }

  private Node mark(Row.Said row) {
    var delivery = row.delivery();
    if (delivery != null && delivery.read() > 0) {
      var read = new Label(words.say("conversation.read-by", delivery.read(), delivery.of()));
      read.getStyleClass().addAll("small", "strong", "accent", "read-by");
      read.setMinWidth(Region.USE_PREF_SIZE);
      read.setOnMouseClicked(_ -> doings.readers(row.message()));
      return read;
    }
    var kind = StateMark.Kind.of(row.message().state());
    var mark = new StateMark(kind, words.say(kind.key()));
    if (delivery != null) mark.setOnMouseClicked(_ -> doings.readers(row.message()));
    return mark;
  }

  private Node other(Row.Said row, Region bubble) {
    var name = author(row);
    Region said = bubble;
    if (row.message().facts().edited() != null) {
      var marked = new HBox(bubble, edited());
      marked.getStyleClass().add("marked");
      marked.setAlignment(Pos.BOTTOM_LEFT);
      marked.setMinWidth(0);
      said = marked;
    }
    var column = new VBox(said);
    column.getStyleClass().add("column");
    column.setMinWidth(0);
    column.setFillWidth(false);
    HBox.setHgrow(column, Priority.ALWAYS);
    var slot = new StackPane();
    slot.getStyleClass().add("slot");
    if (row.first()) {
      column.getChildren().addFirst(head(name, row));
      slot.getChildren()
          .add(
              row.author() == null
                  ? Avatar.person(name, 36)
                  : Avatar.of(row.author().profile(), 36));
      slot.setAlignment(Pos.TOP_CENTER);
    }
    reactions(row, column);
    var all = new HBox(slot, column);
    all.getStyleClass().addAll("said-row", "other-row", row.first() ? "first" : "next");
    return all;
  }

  private Node head(String name, Row.Said row) {
    var who = new Label(SafeText.name(name));
    who.getStyleClass().addAll("small", "strong");
    var time = new Label(words.clock(row.message().time()));
    time.getStyleClass().addAll("small", "second");
    time.setMinWidth(Region.USE_PREF_SIZE);
    var head = new HBox(8, who, time);
    head.getStyleClass().add("head");
    return head;
  }
}
