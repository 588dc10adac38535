package paloma.ui.conversation;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paloma.model.AutoBody;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.SealedBody;
import paloma.model.VerbBody;
import paloma.ui.chats.MessageLine;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** Makes what was said itself: a bubble of words, a card of files, an envelope. */
final class Contents {
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
   * @param searched the words that are marked; empty for none
   */
  Contents(
      Wording words,
      Errands errands,
      ObservableDoubleValue width,
      Function<DeviceId, String> names,
      CallMarks calls,
      Acts acts,
      Doings doings,
      Supplier<String> searched) {
    this.words = words;
    this.errands = errands;
    this.width = width;
    this.names = names;
    this.calls = calls;
    this.acts = acts;
    this.doings = doings;
    this.searched = searched;
    line = new MessageLine(words, names);
  }

  Region of(Row.Said row) {
    var message = row.message();
    return switch (message.body()) {
      case Body.Text(var _, var text) -> words(row, text);
      case Body.Offer offer -> card(row, offer);
      case AutoBody.AutoReply(var _, var text) -> automatic(row, text);
      case SealedBody.Sealed sealed ->
          wide(new SealCard(message, sealed, words, errands.browse(), doings::open));
      case Body.Unknown _,
          Body.OfferState _,
          SealedBody.Opened _,
          VerbBody _,
          BoardBody _,
          GroupBody _ ->
          words(row, words.say("conversation.unknown"));
    };
  }

  /** What its author is called here. */
  String author(Message message, String known) {
    if (!known.isEmpty()) return known;
    var name = names.apply(message.author());
    return name == null || name.isBlank() ? message.author().shortText() : name;
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
    return wide(bubble);
  }

  private Region wide(Region bubble) {
    bubble.setMaxWidth(Math.min(WIDEST, Math.max(160, width.get() * WIDEST_PART)));
    return bubble;
  }

  /** What a program said in somebody's name says so. */
  private Region automatic(Row.Said row, String text) {
    var note = new Label(words.say("conversation.auto"), Icon.of("clock", 16));
    note.getStyleClass().addAll("small", "second", "auto-note");
    var all = new VBox(4, words(row, text), note);
    all.setFillWidth(false);
    all.setAlignment(row.message().own() ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    return all;
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
}
