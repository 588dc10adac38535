package paloma.ui.people;

import java.util.function.Consumer;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import paloma.model.Peer;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Icon;
import paloma.ui.parts.TrustMark;
import paloma.ui.wording.Wording;

/** A department or a person in the tree. */
final class PersonCell extends ListCell<PeopleTree.Line> {
  private static final int AVATAR = 32;

  private final Wording wording;
  private final Consumer<String> toggle;
  private final Consumer<Peer> message;
  private final PeopleViewModel people;

  PersonCell(PeopleViewModel people, Wording wording, Consumer<Peer> message) {
    this.people = people;
    this.wording = wording;
    toggle = people::toggle;
    this.message = message;
    getStyleClass().add("person-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(PeopleTree.Line line, boolean empty) {
    super.updateItem(line, empty);
    getStyleClass().remove("department");
    setOnMouseClicked(null);
    setAccessibleText(null);
    if (empty || line == null) {
      setGraphic(null);
      return;
    }
    switch (line) {
      case PeopleTree.Department department -> show(department);
      case PeopleTree.Person person -> show(person.peer());
    }
  }

  private void show(PeopleTree.Department department) {
    getStyleClass().add("department");
    var name = new Label(name(department));
    name.getStyleClass().add("strong");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    var count = new Label(department.present() + "/" + department.total());
    count.getStyleClass().addAll("small", "second");
    count.setMinWidth(Region.USE_PREF_SIZE);
    var arrow = Icon.of(department.open() ? "chevron_down" : "chevron_right", 16);
    setGraphic(row(8, arrow, name, count));
    setAccessibleText(wording.joined(name.getText(), count.getText()));
    setOnMouseClicked(_ -> toggle.accept(department.name()));
  }

  private String name(PeopleTree.Department department) {
    return department.name().isEmpty()
        ? wording.say("window.people.no-department")
        : department.name();
  }

  private void show(Peer peer) {
    var avatar = Avatar.of(peer, AVATAR);
    var name = new Label(peer.name());
    name.getStyleClass().add("strong");
    if (!peer.present()) name.getStyleClass().add("second");
    name.setMinWidth(Region.USE_PREF_SIZE);
    var about = new Label(wording.about(peer));
    about.getStyleClass().addAll("small", "second");
    about.setMinWidth(0);
    var row = row(12, check(peer), avatar, name);
    TrustMark.of(peer, false, wording).ifPresent(row.getChildren()::add);
    row.getChildren().add(about);
    setGraphic(row);
    setAccessibleText(
        wording.joined(peer.name(), wording.presence(peer.presence()), about.getText()));
    setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) message.accept(peer);
    });
  }

  private Node check(Peer peer) {
    var check = new CheckBox();
    check.getStyleClass().add("pick");
    check.setFocusTraversable(false);
    check.setAccessibleText(wording.say("window.people.pick", peer.name()));
    check.setSelected(people.picked().contains(peer.id()));
    check.setOnAction(_ -> people.pick(peer.id()));
    // It says nothing of whose card is shown.
    check.setOnMouseClicked(Event::consume);
    return check;
  }

  private static HBox row(double gap, Node... nodes) {
    var row = new HBox(gap, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    return row;
  }
}
