package paloma.ui.people;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paloma.model.Peer;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** Several colleagues at once: the same words to each of them, or a group of them. */
final class SeveralCard extends VBox {
  /** Faces that are shown; of more there is a number. */
  private static final int FACES = 12;

  private static final int LINES = 4;

  /**
   * @param text what is written, kept by the caller while the choice changes
   * @param send says it to each; the second is run when it is said
   * @param group makes a group of them
   */
  SeveralCard(
      List<Peer> people,
      javafx.beans.property.StringProperty text,
      Wording wording,
      BiConsumer<List<Peer>, String> send,
      Consumer<List<Peer>> group) {
    getStyleClass().addAll("person-card", "several-card");
    var title = new Label(wording.count("window.several.title", people.size()));
    title.getStyleClass().add("title");
    var words = new Label(wording.say("window.several.words"));
    words.getStyleClass().addAll("small", "second");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    var area = new TextArea();
    area.setPrefRowCount(LINES);
    area.setWrapText(true);
    area.setPromptText(wording.say("window.several.prompt"));
    area.setAccessibleText(area.getPromptText());
    area.textProperty().bindBidirectional(text);
    var message =
        Buttons.with(
            Icon.of("send"),
            Buttons.primary(
                wording.count("window.several.message", people.size()),
                () -> send.accept(people, text.get().strip())));
    message.disableProperty().bind(text.map(String::isBlank));
    var gather = Buttons.outlined(wording.say("window.several.group"), () -> group.accept(people));
    var foot = new HBox(8, message, gather);
    foot.setAlignment(Pos.CENTER_LEFT);
    var part = new VBox(16, title, faces(people, wording), words, area, foot);
    part.getStyleClass().add("part");
    getChildren().add(part);
    setMaxHeight(USE_PREF_SIZE);
  }

  private static Node faces(List<Peer> people, Wording wording) {
    var faces = new FlowPane(12, 8);
    people.stream().limit(FACES).map(SeveralCard::face).forEach(faces.getChildren()::add);
    if (people.size() > FACES) {
      var more = new Label(wording.say("window.several.more", people.size() - FACES));
      more.getStyleClass().add("second");
      faces.getChildren().add(more);
    }
    return faces;
  }

  private static Node face(Peer peer) {
    var name = new Label(SafeText.name(peer.name()));
    var face = new HBox(8, Avatar.of(peer, 24), name);
    face.setAlignment(Pos.CENTER_LEFT);
    return face;
  }
}
