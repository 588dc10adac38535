package paloma.ui.share;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import paloma.model.Peer;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.parts.TrustMark;
import paloma.ui.wording.Wording;

/** Somebody who may be chosen, with a mark that says whether they are. */
final class ChoiceCell extends ListCell<Choice.Line> {
  private static final int AVATAR = 32;

  private final Wording wording;

  ChoiceCell(Wording wording, Consumer<Peer> toggle) {
    this.wording = wording;
    getStyleClass().addAll("person-cell", "share-cell");
    setPrefWidth(0);
    setOnMouseClicked(e -> {
      if (getItem() != null && e.getButton() == MouseButton.PRIMARY)
        toggle.accept(getItem().peer());
    });
  }

  @Override
  protected void updateItem(Choice.Line line, boolean empty) {
    super.updateItem(line, empty);
    setAccessibleText(null);
    setGraphic(empty || line == null ? null : row(line));
    if (empty || line == null) return;
    var peer = line.peer();
    setAccessibleText(
        wording.joined(
            peer.name(),
            wording.presence(peer.presence()),
            line.chosen() ? wording.say("window.share.chosen") : ""));
  }

  private Node row(Choice.Line line) {
    var peer = line.peer();
    var avatar = Avatar.of(peer, AVATAR);
    var name = new Label(SafeText.name(peer.name()));
    name.getStyleClass().add("strong");
    if (!peer.present()) name.getStyleClass().add("second");
    var about = new Label(wording.about(peer));
    about.getStyleClass().addAll("small", "second");
    about.setMinWidth(0);
    about.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(about, Priority.ALWAYS);
    var row = new HBox(12, avatar, name);
    TrustMark.of(peer, false, wording).ifPresent(row.getChildren()::add);
    row.getChildren().addAll(about, mark(line.chosen()));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    return row;
  }

  private static Node mark(boolean chosen) {
    var mark = new StackPane();
    mark.getStyleClass().add("choice");
    mark.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    mark.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    if (chosen) mark.getChildren().add(Icon.filled("checkmark_circle", 20).with("accent"));
    else mark.getStyleClass().add("open");
    return mark;
  }
}
