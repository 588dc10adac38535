package paloma.ui.conversation;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import paloma.model.Peer;
import paloma.ui.files.FileIcons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** How a parcel is named before it is sent: in a sentence, and a row for each thing in it. */
public final class ParcelLook {
  private ParcelLook() {}

  /**
   * What sending does, as a sentence.
   *
   * @param peer who gets it; null for whoever is in the conversation
   */
  public static String sentence(Parcel parcel, Peer peer, Wording words) {
    var size = words.bytes(parcel.bytes());
    var shown = parcel.complete() ? size : words.say("conversation.drop.at-least", size);
    var who = peer == null ? "" : SafeText.name(peer.name());
    var key = "conversation.drop." + kind(parcel) + (peer == null ? ".here" : ".to");
    return words.say(key, words.grouped(count(parcel)), shown, who);
  }

  private static String kind(Parcel parcel) {
    boolean one = parcel.items().size() == 1;
    if (!parcel.hasFolder()) return one ? "file" : "files";
    return one ? "folder" : "things";
  }

  private static int count(Parcel parcel) {
    return parcel.hasFolder() ? parcel.files() : parcel.items().size();
  }

  /** Icon, name and size of one thing. */
  public static HBox row(Parcel.Item item, Wording words) {
    var name =
        new Label(SafeText.name(item.name()), Icon.of(FileIcons.of(item.name(), item.folder())));
    name.setGraphicTextGap(8);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    var size = new Label(words.bytes(item.bytes()));
    size.getStyleClass().addAll("small", "second");
    size.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(12, name, size);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
