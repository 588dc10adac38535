package paloma.ui.conversation;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.VerbBody;
import paloma.ui.chats.MessageLine;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.parts.StateMark;
import paloma.ui.wording.Wording;

/** Makes the node of something said: bubble or card, who and when, what was done with it. */
final class SaidNodes {
  /** A bubble is at most so wide, in pixels and as a part of the timeline. */
  private static final double WIDEST = 480;

  private static final double WIDEST_PART = 0.68;
  private static final double CARD = 380;
  private static final double CARD_NARROW = 296;

  private final Wording words;
  private final Errands errands;
  private final ObservableDoubleValue width;
  private final Function<DeviceId, String> names;
  private final CallMarks calls;
  private final Acts acts;
  private final Doings doings;
  private final Supplier<DeviceId> us;
  private final MessageMenu menu;
  private final Supplier<String> searched;
  private final MessageLine line;

  /** What a card's buttons do. */
  @FunctionalInterface
  interface Acts {
    void act(CardLook.Act act, MessageId offer);
  }

  /**
   * @param width of the timeline
   * @param names what somebody is called
   * @param calls what is marked in the words
   * @param us who sits here
   * @param searched the words that are marked; empty for none
   */
  SaidNodes(
      Wording words,
      Errands errands,
      ObservableDoubleValue width,
      Function<DeviceId, String> names,
      CallMarks calls,
      Acts acts,
      Doings doings,
      Supplier<DeviceId> us,
      MessageMenu menu,
      Supplier<String> searched) {
    this.words = words;
    this.errands = errands;
    this.width = width;
    this.names = names;
    this.calls = calls;
    this.acts = acts;
    this.doings = doings;
    this.us = us;
    this.menu = menu;
    this.searched = searched;
    line = new MessageLine(words, names);
  }

  Node node(Row.Said row) {
    var message = row.message();
    var bubble = content(row);
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
    return author(row.message(), row.author() == null ? "" : row.author().name());
  }

  private String author(Message message, String known) {
    if (!known.isEmpty()) return known;
    var name = names.apply(message.author());
    return name == null || name.isBlank() ? message.author().shortText() : name;
  }

  private Region content(Row.Said row) {
    var message = row.message();
    return switch (message.body()) {
      case Body.Text(var _, var text) -> words(row, text);
      case Body.Offer offer -> card(row, offer);
      case Body.Unknown _, Body.OfferState _, VerbBody _, GroupBody _, BoardBody _ ->
          words(row, words.say("conversation.unknown"));
    };
  }

  private Region words(Row.Said row, String text) {
    var message = row.message();
    var bubble =
        new Bubble(text, message.own(), searched.get(), errands.browse(), calls.of(message));
    if (calls.callsUs(message)) bubble.callsUs(words.say("mention.us"));
    var facts = message.facts();
    if (facts.reply() != null) bubble.getChildren().addFirst(quote(row));
    if (!facts.forwardedFrom().isEmpty()) {
      var from = SafeText.name(facts.forwardedFrom());
      var label =
          new Label(
              words.say("conversation.forwarded", from),
              Icon.of("arrow_forward", 16).with("second"));
      label.getStyleClass().addAll("small", "second", "forwarded");
      bubble.getChildren().addFirst(label);
    }
    bubble.setMaxWidth(Math.min(WIDEST, Math.max(160, width.get() * WIDEST_PART)));
    return bubble;
  }

  private Node quote(Row.Said row) {
    var quoted = row.quoted();
    var id = row.message().facts().reply();
    if (quoted == null || quoted.facts().recalled()) {
      return new QuoteLine("", words.say("conversation.gone"), () -> {});
    }
    var who = quoted.own() ? words.say("conversation.you") : author(quoted, "");
    return new QuoteLine(who, line.of(quoted), () -> doings.jump(id));
  }

  private Region card(Row.Said row, Body.Offer offer) {
    var message = row.message();
    var look = CardLook.of(offer, message.own(), row.transfers(), names, words);
    var card = new FileCard(look, message.own(), words, act -> acts.act(act, message.id()));
    double wide = width.get() < 520 ? CARD_NARROW : CARD;
    card.setPrefWidth(wide);
    card.setMaxWidth(wide);
    return card;
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
      slot.getChildren().add(Avatar.person(name, 36));
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
