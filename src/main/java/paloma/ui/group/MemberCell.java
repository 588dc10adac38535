package paloma.ui.group;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import paloma.model.Group.Role;
import paloma.model.Presence;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** Somebody in a group: who, whether they are there, what they may do. */
final class MemberCell extends ListCell<GroupDetails.Line> {
  private static final int AVATAR = 32;

  private final Wording wording;
  private final MemberMenu menu;

  MemberCell(Wording wording, MemberMenu menu) {
    this.wording = wording;
    this.menu = menu;
    getStyleClass().addAll("person-cell", "member-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(GroupDetails.Line line, boolean empty) {
    super.updateItem(line, empty);
    setContextMenu(null);
    setAccessibleText(null);
    setGraphic(empty || line == null ? null : row(line));
  }

  private Node row(GroupDetails.Line line) {
    var avatar =
        line.peer() == null ? Avatar.person(face(line), AVATAR) : Avatar.of(line.peer(), AVATAR);
    var presence = line.peer() == null ? Presence.OFFLINE : line.peer().presence();
    if (!line.us() || line.peer() != null) avatar.setPresence(presence);
    var name = new Label(SafeText.name(line.name()));
    if (!line.us() && (line.peer() == null || !line.peer().present())) {
      name.getStyleClass().add("second");
    }
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var about = new Label(about(line));
    about.getStyleClass().addAll("small", "second");
    about.setMinWidth(Region.USE_PREF_SIZE);
    setAccessibleText(
        wording.joined(line.name(), line.us() ? "" : wording.presence(presence), about.getText()));
    setContextMenu(menu.of(line).orElse(null));
    var row = new HBox(12, avatar, name, about);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    return row;
  }

  /** The colour of a face follows from the name that people give themselves. */
  private static String face(GroupDetails.Line line) {
    return line.peer() == null ? line.name() : line.peer().name();
  }

  private String about(GroupDetails.Line line) {
    var role = line.member().role();
    if (role != Role.MEMBER) return wording.say("group.is." + role.word());
    var peer = line.peer();
    return line.us() || peer == null || peer.present() || peer.lastSeen() == null
        ? ""
        : wording.shortly(peer.lastSeen());
  }
}
