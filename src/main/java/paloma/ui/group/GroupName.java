package paloma.ui.group;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/** The picture and the name of a group; who may, changes the name in its place. */
final class GroupName extends VBox {
  private static final int AVATAR = 72;

  private final GroupDetails model;
  private final Label name = new Label();
  private final TextField field = new TextField();
  private final Button rename;
  private boolean writing;

  GroupName(GroupDetails model, Wording wording) {
    this.model = model;
    getStyleClass().add("group-name");
    setAlignment(Pos.TOP_CENTER);
    name.getStyleClass().add("title");
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    rename = Buttons.icon("edit", wording.say("group.rename"), this::write);
    field.setAccessibleText(wording.say("group.new.name"));
    field.setOnAction(_ -> done(true));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused && writing) done(false);
        });
  }

  void show() {
    name.setText(SafeText.name(model.group().name()));
    if (writing) return;
    Node line = model.leads() ? GroupPane.centred(name, rename) : name;
    getChildren().setAll(Avatar.group(model.group().name(), AVATAR), line);
  }

  private void write() {
    writing = true;
    field.setText(model.group().name());
    getChildren().set(1, field);
    field.requestFocus();
    field.selectAll();
  }

  private void key(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE) return;
    done(false);
    event.consume();
  }

  private void done(boolean keep) {
    if (!writing) return;
    writing = false;
    var wanted = field.getText();
    show();
    rename.requestFocus();
    if (keep) model.rename(wanted);
  }
}
