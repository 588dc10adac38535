package paloma.ui.conversation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.model.AutoBody;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.MessageId;
import paloma.model.SealedBody;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.parts.StateMark;
import paloma.ui.wording.Wording;

/** Makes the node of each row. */
final class RowNodes {
  /** A bubble is at most so wide, in pixels and as a part of the timeline. */
  private static final double WIDEST = 480;

  private static final double WIDEST_PART = 0.68;
  private static final double CARD = 380;
  private static final double CARD_NARROW = 296;

  private final Wording words;
  private final ZoneId zone;
  private final Errands errands;
  private final ObservableDoubleValue width;
  private final Function<DeviceId, String> names;
  private final Acts acts;
  private final BiConsumer<MessageId, Optional<String>> open;

  /** What a card's buttons do. */
  @FunctionalInterface
  interface Acts {
    void act(CardLook.Act act, MessageId offer);
  }

  /**
   * @param width of the timeline
   * @param names what somebody is called
   * @param open opens a sealed message, a locked one with the password
   */
  RowNodes(
      Wording words,
      ZoneId zone,
      Errands errands,
      ObservableDoubleValue width,
      Function<DeviceId, String> names,
      Acts acts,
      BiConsumer<MessageId, Optional<String>> open) {
    this.words = words;
    this.zone = zone;
    this.errands = errands;
    this.width = width;
    this.names = names;
    this.acts = acts;
    this.open = open;
  }

  Node day(LocalDate day) {
    var pill = new Label(dayWords(day));
    pill.getStyleClass().add("day-pill");
    var row = new StackPane(pill);
    row.getStyleClass().add("day-row");
    return row;
  }

  String dayWords(LocalDate day) {
    var today = words.now().atZone(zone).toLocalDate();
    long ago = ChronoUnit.DAYS.between(day, today);
    var key =
        ago == 0
            ? "today"
            : ago == 1
                ? "yesterday"
                : day.getYear() == today.getYear() ? "this-year" : "other-year";
    var pattern = words.say("conversation.day." + key);
    return DateTimeFormatter.ofPattern(pattern, words.locale()).format(day);
  }

  Node newMessages() {
    var label = new Label(words.say("conversation.new"));
    label.getStyleClass().addAll("small", "strong", "accent");
    label.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(line(), label, line());
    row.getStyleClass().add("new-row");
    return row;
  }

  private static Region line() {
    var line = new Region();
    line.getStyleClass().add("new-line");
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }

  Node said(Row.Said row) {
    var bubble = content(row);
    bubble.setMinWidth(0);
    return row.message().own() ? own(row, bubble) : other(row, bubble);
  }

  private Region content(Row.Said row) {
    var message = row.message();
    return switch (message.body()) {
      case Body.Text(var _, var text) -> words(new Bubble(text, message.own(), errands.browse()));
      case Body.Offer offer -> card(row, offer);
      case AutoBody.AutoReply(var _, var text) -> automatic(text, message.own());
      case SealedBody.Sealed sealed ->
          words(new SealCard(message, sealed, words, errands.browse(), open));
      case Body.Unknown _, Body.OfferState _, SealedBody.Opened _ ->
          words(new Bubble(words.say("conversation.unknown"), message.own(), errands.browse()));
    };
  }

  /** What a program said in somebody's name says so. */
  private Region automatic(String text, boolean own) {
    var note = new Label(words.say("conversation.auto"), Icon.of("clock", 16));
    note.getStyleClass().addAll("small", "second", "auto-note");
    var all = new VBox(4, words(new Bubble(text, own, errands.browse())), note);
    all.setFillWidth(false);
    all.setAlignment(own ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    return all;
  }

  private Region words(Region bubble) {
    bubble.setMaxWidth(Math.min(WIDEST, Math.max(160, width.get() * WIDEST_PART)));
    return bubble;
  }

  private Region card(Row.Said row, Body.Offer offer) {
    var message = row.message();
    // What was offered to oneself lies here, like what was received.
    boolean kept = row.transfers().stream().anyMatch(t -> t.peer().equals(message.author()));
    boolean own = message.own() && !kept;
    var look = CardLook.of(offer, own, row.transfers(), names, words);
    var card = new FileCard(look, message.own(), words, act -> acts.act(act, message.id()));
    double wide = width.get() < 520 ? CARD_NARROW : CARD;
    card.setPrefWidth(wide);
    card.setMaxWidth(wide);
    return card;
  }

  private Node own(Row.Said row, Region bubble) {
    var marked = new HBox(mark(row), bubble);
    marked.getStyleClass().add("marked");
    marked.setAlignment(Pos.BOTTOM_RIGHT);
    var column = new VBox(marked);
    column.getStyleClass().addAll("said-row", "own-row", row.first() ? "first" : "next");
    if (row.first()) {
      var time = new Label(words.clock(row.message().time()));
      time.getStyleClass().addAll("small", "second", "head");
      column.getChildren().addFirst(time);
    }
    if (row.waits() > 0) column.getChildren().add(new WaitingLine(row.waits(), words));
    column.setAlignment(Pos.TOP_RIGHT);
    return column;
  }

  private Node mark(Row.Said row) {
    var delivery = row.delivery();
    if (delivery != null && delivery.read() > 0) {
      var read = new Label(words.say("conversation.read-by", delivery.read(), delivery.of()));
      read.getStyleClass().addAll("small", "strong", "accent", "read-by");
      read.setMinWidth(Region.USE_PREF_SIZE);
      return read;
    }
    var kind = StateMark.Kind.of(row.message().state());
    return new StateMark(kind, words.say(kind.key()));
  }

  private Node other(Row.Said row, Region bubble) {
    var name = row.author() == null ? row.message().author().shortText() : row.author().name();
    var column = new VBox(bubble);
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

  /** A row in one sentence, for a screen reader. */
  String spoken(Row row) {
    return switch (row) {
      case Row.Day(var day) -> dayWords(day);
      case Row.NewMessages _ -> words.say("conversation.new");
      case Row.Said said -> {
        var message = said.message();
        var who =
            message.own()
                ? words.say("conversation.you")
                : said.author() == null ? message.author().shortText() : said.author().name();
        var state = message.own() ? words.say(StateMark.Kind.of(message.state()).key()) : "";
        var waits = said.waits() == 0 ? "" : WaitingLine.said(said.waits(), words);
        yield words.joined(who, words.clock(message.time()), plain(said), state, waits);
      }
    };
  }

  /** What copying a row gives. */
  String plain(Row.Said row) {
    return switch (row.message().body()) {
      case Body.Text(var _, var text) -> text;
      case Body.Offer offer -> String.join("\n", offer.summary().names());
      case AutoBody.AutoReply reply -> words.say("window.line.auto", reply.text());
      case SealedBody.Sealed sealed ->
          sealed.text().isEmpty() ? words.say("window.line.sealed") : sealed.text();
      case Body.Unknown _, Body.OfferState _, SealedBody.Opened _ ->
          words.say("conversation.unknown");
    };
  }
}
