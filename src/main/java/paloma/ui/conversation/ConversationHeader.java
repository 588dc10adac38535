package paloma.ui.conversation;

import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import paloma.model.DeviceId;
import paloma.model.Group;
import paloma.model.Peer;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.SafeText;
import paloma.ui.parts.TrustMark;
import paloma.ui.wording.Wording;

/** Who is talked to: avatar, name, trust, presence, and the tools that the window adds. */
final class ConversationHeader extends HBox {
  private final ConversationViewModel model;
  private final Wording words;
  private final Function<DeviceId, String> names;
  private final Button back;
  private final StackPane face = new StackPane();
  private final HBox line = new HBox(8);
  private final Label below = new Label();
  private final HBox tools = new HBox();
  private final PauseTransition forget = new PauseTransition(Duration.seconds(6));
  private Runnable goBack;

  /**
   * @param names what somebody is called
   */
  ConversationHeader(ConversationViewModel model, Wording words, Function<DeviceId, String> names) {
    this.model = model;
    this.words = words;
    this.names = names;
    getStyleClass().add("conversation-header");
    back = Buttons.icon("arrow_left", words.say("conversation.back"), () -> goBack.run());
    below.getStyleClass().addAll("small", "second");
    line.getStyleClass().add("line");
    var column = new VBox(line, below);
    column.getStyleClass().add("column");
    column.setMinWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
    tools.getStyleClass().add("tools");
    getChildren().addAll(back, face, column, tools);
    setBack(null);
  }

  void start() {
    model.peerProperty().addListener(_ -> show());
    model.party().version().addListener(_ -> show());
    model.typing().who().subscribe(this::types);
    forget.setOnFinished(_ -> model.typing().ended());
    show();
  }

  /** A way back in the narrow form; null for none. */
  void setBack(Runnable action) {
    goBack = action;
    back.setVisible(action != null);
    back.setManaged(action != null);
  }

  /** Nobody else is there. */
  void notes() {
    face.getChildren().setAll(Avatar.notes(36));
    var name = new Label(words.say("window.notes"));
    name.getStyleClass().add("strong");
    line.getChildren().setAll(name);
    below.setText(words.say("window.notes.about"));
  }

  HBox tools() {
    return tools;
  }

  /** Instead of the presence, while somebody is writing. */
  private void types(DeviceId who) {
    if (who == null) {
      show();
      return;
    }
    below.setText(words.say("conversation.typing", SafeText.name(names.apply(who))));
    forget.playFromStart();
  }

  private void show() {
    var peer = model.peerProperty().get();
    line.getChildren().clear();
    face.getChildren().clear();
    below.setText("");
    var group = model.party().group().get();
    if (group != null) show(group);
    if (peer == null) return;
    face.getChildren().add(Avatar.of(peer, 36));
    var name = new Label(SafeText.name(peer.name()));
    name.getStyleClass().add("strong");
    line.getChildren().add(name);
    TrustMark.of(peer, true, words).ifPresent(line.getChildren()::add);
    below.setText(about(peer));
  }

  private void show(Group group) {
    face.getChildren().add(Avatar.group(group.name(), 36));
    var name = new Label(SafeText.name(group.name()));
    name.getStyleClass().add("strong");
    line.getChildren().add(name);
    var members = words.count("group.members", group.members().size());
    below.setText(
        words.joined(members, words.say("group.present", words.grouped(model.party().present()))));
  }

  private String about(Peer peer) {
    var profile = peer.profile();
    var status =
        profile.status().isBlank()
            ? ""
            : words.say("conversation.quote", SafeText.name(profile.status().strip()));
    var presence =
        !peer.present() && peer.lastSeen() != null
            ? words.say("conversation.last-seen", words.precisely(peer.lastSeen()))
            : words.presence(peer.presence());
    return words.joined(SafeText.name(profile.department()), presence, status);
  }
}
