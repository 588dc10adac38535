package paloma.ui.announce;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.core.Announcement;
import paloma.model.BoardBody;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** An announcement in the list: what it is about, by whom, and whether one has to do something. */
final class AnnouncementCell extends ListCell<Announcement> {
  private final Wording wording;

  AnnouncementCell(Wording wording) {
    this.wording = wording;
    getStyleClass().add("announcement-cell");
    setPrefWidth(0);
  }

  /** The title, or the first line where there is none. */
  static String heading(Announcement one) {
    return one.said().title().isEmpty()
        ? one.said().text().strip().lines().findFirst().orElse("")
        : one.said().title();
  }

  static Node tile(Announcement one) {
    boolean important = one.said().priority() == BoardBody.Priority.IMPORTANT;
    var icon = Icon.of("megaphone");
    var tile = new StackPane(important ? icon.with("danger") : icon);
    tile.getStyleClass().add("tile");
    if (important) tile.getStyleClass().add("danger");
    return tile;
  }

  @Override
  protected void updateItem(Announcement one, boolean empty) {
    super.updateItem(one, empty);
    if (empty || one == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var title = new Label(heading(one));
    if (one.waits()) title.getStyleClass().add("strong");
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    var time = new Label(wording.shortly(one.message().time()));
    time.getStyleClass().addAll("small", "second");
    time.setMinWidth(Region.USE_PREF_SIZE);
    var about = new Label(about(one));
    about.getStyleClass().addAll("small", "second");
    about.setMinWidth(0);
    about.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(about, Priority.ALWAYS);
    var second = row(about);
    if (one.waits()) second.getChildren().add(mark(one));
    var words = new VBox(2, row(title, time), second);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    setGraphic(row(tile(one), words));
    setAccessibleText(
        wording.joined(
            one.said().priority() == BoardBody.Priority.IMPORTANT
                ? wording.say("window.announce.important")
                : "",
            title.getText(),
            about.getText(),
            time.getText()));
  }

  private String about(Announcement one) {
    if (one.message().own()) return wording.say("window.announce.mine");
    var who = SafeText.name(one.author());
    return one.confirmed() ? wording.joined(who, wording.say("window.announce.confirmed")) : who;
  }

  private Node mark(Announcement one) {
    boolean asks = one.said().confirm();
    var mark = new Label(wording.say(asks ? "window.announce.to-confirm" : "window.announce.new"));
    mark.getStyleClass().add("pill");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    return mark;
  }

  private static HBox row(Node... nodes) {
    var row = new HBox(8, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
