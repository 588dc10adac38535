package paloma.ui.announce;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paloma.core.Announcement;
import paloma.model.BoardBody;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.people.Roster;
import paloma.ui.wording.Wording;

/** One announcement: what it says, whom it is for, and what is to be done with it. */
final class AnnouncementView extends VBox {
  private static final int MOST_HEIGHT = 180;

  private final AnnouncementsViewModel model;
  private final Wording wording;
  private final Roster roster;

  AnnouncementView(AnnouncementsViewModel model, Announcement one, Wording wording, Roster roster) {
    this.model = model;
    this.wording = wording;
    this.roster = roster;
    getStyleClass().add("announcement");
    boolean own = one.message().own();
    getChildren().addAll(head(one), about(one), card(one, own));
    if (own) {
      var answers = new AnswersPane(model, one, wording, roster);
      setVgrow(answers, Priority.ALWAYS);
      getChildren().add(answers);
    }
  }

  private Node head(Announcement one) {
    var title = new Label(AnnouncementCell.heading(one));
    title.getStyleClass().add("title");
    title.setWrapText(true);
    title.setMinWidth(0);
    var head = new FlowPane(8, 4, title);
    head.setRowValignment(javafx.geometry.VPos.CENTER);
    if (one.said().priority() == BoardBody.Priority.IMPORTANT) {
      var tag = new Label(wording.say("window.announce.important"));
      tag.setGraphic(Icon.filled("warning", 16).with("danger"));
      tag.getStyleClass().add("important-tag");
      tag.setMinWidth(Region.USE_PREF_SIZE);
      head.getChildren().add(tag);
    }
    return head;
  }

  private Node about(Announcement one) {
    var to =
        one.departments().isEmpty()
            ? wording.say("window.announce.to-all")
            : wording.say("window.announce.to", String.join(", ", one.departments()));
    var who = one.message().own() ? wording.say("conversation.you") : SafeText.name(one.author());
    var label = new Label(wording.joined(who, wording.precisely(one.message().time()), to));
    label.getStyleClass().addAll("small", "second");
    label.setWrapText(true);
    if (one.message().own() || roster.peer(one.message().author()).isPresent()) return label;
    // Its author was never met here: the name is what they say of themselves.
    label.setGraphic(Icon.filled("warning", 16).with("warn"));
    label.setText(label.getText() + " · " + wording.say("window.announce.stranger"));
    return label;
  }

  private Node card(Announcement one, boolean own) {
    var text = new Label(SafeText.visible(one.said().text()));
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    var scroll = new ScrollPane(text);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("announcement-text");
    var card = new VBox(16, scroll);
    card.getStyleClass().add("announcement-card");
    card.setMinHeight(88);
    // Above who has confirmed there is room for some lines; alone it takes what it needs.
    double most = own ? MOST_HEIGHT : Double.MAX_VALUE;
    text.heightProperty()
        .subscribe(h -> scroll.setPrefViewportHeight(Math.min(h.doubleValue(), most)));
    if (own) {
      scroll.setMinHeight(Region.USE_PREF_SIZE);
      card.setMinHeight(Region.USE_PREF_SIZE);
    }
    if (!own && one.said().confirm()) card.getChildren().add(confirm(one));
    return card;
  }

  private Node confirm(Announcement one) {
    if (!one.confirmed()) {
      var button =
          Buttons.primary(
              wording.say("window.announce.confirm"), () -> model.confirm(one.message().id()));
      var words = new Label(wording.say("window.announce.asks", SafeText.name(one.author())));
      words.getStyleClass().addAll("small", "second");
      words.setWrapText(true);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      words.setMaxWidth(Double.MAX_VALUE);
      var row = new HBox(12, words, button);
      row.setAlignment(Pos.CENTER_LEFT);
      return row;
    }
    var done = new Label(wording.say("window.announce.you-confirmed"));
    done.setGraphic(Icon.filled("checkmark_circle", 16).with("ok"));
    done.getStyleClass().addAll("small", "ok");
    return done;
  }
}
