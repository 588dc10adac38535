package paloma.ui.conversation;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.model.Peer;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** What lies over the conversation while files are held above it: it says what letting go does. */
final class DropOverlay extends StackPane {
  /** Names on the card; the rest is a number. */
  private static final int NAMES = 5;

  /** Between the card and the dashed line, at least. */
  private static final int EDGE = 36;

  private final Wording words;

  DropOverlay(Wording words) {
    this.words = words;
    getStyleClass().add("drop-overlay");
    setMouseTransparent(true);
    setVisible(false);
  }

  void show(Parcel parcel, Peer peer) {
    var title = new Label(ParcelLook.sentence(parcel, peer, words));
    title.getStyleClass().add("title");
    title.setWrapText(true);
    var about = new Label(about(peer));
    about.getStyleClass().add("second");
    about.setWrapText(true);
    var rows = new VBox();
    rows.getStyleClass().add("rows");
    for (var item : parcel.items().stream().limit(NAMES).toList())
      rows.getChildren().add(ParcelLook.row(item, words));
    int more = parcel.items().size() - NAMES;
    if (more > 0) {
      var rest = new Label(words.count("conversation.drop.more", more));
      rest.getStyleClass().addAll("small", "second");
      rows.getChildren().add(rest);
    }
    var card = new VBox(Icon.of("arrow_upload", 32).with("accent"), title, about, rows);
    card.getStyleClass().addAll("popup-surface", "drop-card");
    card.setMaxSize(408, Region.USE_PREF_SIZE);
    var frame = new Region();
    frame.getStyleClass().add("drop-frame");
    getChildren().setAll(frame, card);
    StackPane.setAlignment(card, Pos.CENTER);
    StackPane.setMargin(card, new Insets(EDGE));
    setVisible(true);
  }

  void hideAgain() {
    setVisible(false);
    getChildren().clear();
  }

  private String about(Peer peer) {
    if (peer == null) return words.say("conversation.drop.about");
    var who = SafeText.name(peer.name());
    return words.say(
        peer.present() ? "conversation.drop.present" : "conversation.drop.absent", who);
  }
}
