package paloma.ui.conversation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import paloma.model.AutoBody;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.GroupBody;
import paloma.model.SealedBody;
import paloma.model.VerbBody;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.parts.StateMark;
import paloma.ui.wording.Wording;

/** Makes the node of each row. */
final class RowNodes {
  private final Wording words;
  private final ZoneId zone;
  private final SaidNodes said;

  RowNodes(Wording words, ZoneId zone, SaidNodes said) {
    this.words = words;
    this.zone = zone;
    this.said = said;
  }

  /** A message: as it was said, or that it was taken back. */
  Node said(Row.Said row) {
    if (row.message().facts().recalled()) return event("arrow_undo", recalled(row));
    return row.message().body() instanceof GroupBody
        ? event("people", said.line(row.message()))
        : said.node(row);
  }

  /** Something that happened, in one centred line. */
  private static Node event(String icon, String happened) {
    var label = new Label(happened, Icon.of(icon, 16).with("second"));
    label.getStyleClass().addAll("small", "second");
    var row = new HBox(label);
    row.getStyleClass().add("event-row");
    return row;
  }

  private String recalled(Row.Said row) {
    return row.message().own()
        ? words.say("conversation.recalled.own")
        : words.say("conversation.recalled.other", SafeText.name(said.author(row)));
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

  /** A row in one sentence, for a screen reader. */
  String spoken(Row row) {
    return switch (row) {
      case Row.Day(var day) -> dayWords(day);
      case Row.NewMessages _ -> words.say("conversation.new");
      case Row.Said said
          when said.message().facts().recalled() || said.message().body() instanceof GroupBody ->
          plain(said);
      case Row.Said said -> {
        var message = said.message();
        var who = message.own() ? words.say("conversation.you") : this.said.author(said);
        var state = message.own() ? words.say(StateMark.Kind.of(message.state()).key()) : "";
        var waits = said.waits() == 0 ? "" : WaitingLine.said(said.waits(), words);
        yield words.joined(who, words.clock(message.time()), plain(said), state, waits);
      }
    };
  }

  /** What copying a row gives. */
  String plain(Row.Said row) {
    if (row.message().facts().recalled()) return recalled(row);
    if (row.message().body() instanceof GroupBody) return said.line(row.message());
    return switch (row.message().body()) {
      case Body.Text(var _, var text) -> text;
      case Body.Offer offer -> String.join("\n", offer.summary().names());
      case AutoBody.AutoReply reply -> words.say("window.line.auto", reply.text());
      case SealedBody.Sealed sealed ->
          sealed.text().isEmpty() ? words.say("window.line.sealed") : sealed.text();
      case Body.Unknown _,
          Body.OfferState _,
          SealedBody.Opened _,
          VerbBody _,
          GroupBody _,
          BoardBody _ ->
          words.say("conversation.unknown");
    };
  }
}
