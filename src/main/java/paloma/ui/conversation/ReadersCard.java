package paloma.ui.conversation;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import paloma.model.DeviceId;
import paloma.model.Receipt;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** Who has read a message, who only has it, and to whom it has not come yet. */
final class ReadersCard extends Popup {
  private static final double HIGHEST = 360;

  private final Wording words;
  private final Function<DeviceId, String> names;
  private final VBox people = new VBox();

  ReadersCard(List<Receipt> receipts, Wording words, Function<DeviceId, String> names) {
    this.words = words;
    this.names = names;
    add("read", receipts, Receipt::read);
    add("delivered", receipts, r -> r.delivered() && !r.read());
    add("waiting", receipts, r -> !r.delivered() && !r.read());
    people.getStyleClass().add("readers");
    var scroll = new ScrollPane(people);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(HIGHEST);
    scroll.getStyleClass().addAll("popup-surface", "readers-card");
    scroll.setAccessibleText(words.say("conversation.readers.title"));
    getContent().add(scroll);
    setAutoHide(true);
    setHideOnEscape(true);
  }

  /** Shows it in the middle of a node. */
  void show(Node over) {
    show(over, 0, 0);
    var at = over.localToScreen(over.getBoundsInLocal());
    setX(at.getCenterX() - getWidth() / 2);
    setY(at.getCenterY() - getHeight() / 2);
  }

  private void add(String kind, List<Receipt> receipts, Predicate<Receipt> belongs) {
    var those = receipts.stream().filter(belongs).toList();
    if (those.isEmpty()) return;
    var heading =
        new Label(
            words.joined(words.say("conversation.readers." + kind), words.grouped(those.size())));
    heading.getStyleClass().addAll("small", "strong", "second", "heading");
    people.getChildren().add(heading);
    for (var receipt : those) {
      var name = SafeText.name(names.apply(receipt.reader()));
      var row = new HBox(8, Avatar.person(name, 24), new Label(name));
      row.setAlignment(Pos.CENTER_LEFT);
      people.getChildren().add(row);
    }
  }
}
