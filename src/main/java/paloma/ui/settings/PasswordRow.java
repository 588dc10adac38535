package paloma.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import paloma.model.Problem;
import paloma.ui.parts.Buttons;
import paloma.ui.wording.Wording;

/** The row of the app password; below it the fields, while somebody sets or removes it. */
final class PasswordRow extends VBox {
  private static final String KEY = "app-password";
  private static final double FIELD_WIDTH = SettingRows.CONTROL_WIDTH + 60;

  private final PasswordModel model;
  private final Wording wording;
  private final HBox row;
  private final HBox acts = new HBox(8);
  private final Label trouble = new Label();

  PasswordRow(PasswordModel model, SettingRows rows, Wording wording) {
    super(10);
    this.model = model;
    this.wording = wording;
    row = rows.row(KEY, acts);
    row.getStyleClass().remove("setting");
    getStyleClass().addAll("setting", KEY);
    acts.setAlignment(Pos.CENTER_RIGHT);
    acts.setMinWidth(USE_PREF_SIZE);
    trouble.getStyleClass().addAll("small", "danger");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.visibleProperty());
    model.problem().subscribe(this::tell);
    model.set().subscribe(_ -> close());
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null) model.load();
        });
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private String say(String key) {
    return wording.say("window.settings." + KEY + "." + key);
  }

  private void tell(Problem problem) {
    trouble.setVisible(problem != null);
    trouble.setText(problem == null ? "" : wording.problem(problem).line());
  }

  private void key(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE || getChildren().size() == 1) return;
    event.consume();
    done();
  }

  private void done() {
    close();
    acts.getChildren().getFirst().requestFocus();
  }

  /** Shows how it is, and what can be done. */
  private void close() {
    model.forgetProblem();
    boolean set = model.set().get();
    SettingRows.hint(row, say(set ? "present" : "absent"));
    if (set) {
      acts.getChildren()
          .setAll(
              Buttons.outlined(say("change"), () -> edit(true)),
              Buttons.outlined(say("remove"), this::leave));
    } else {
      acts.getChildren().setAll(Buttons.outlined(say("set"), () -> edit(false)));
    }
    getChildren().setAll(row);
  }

  private void edit(boolean changing) {
    var old = field("old");
    var next = field("new");
    var again = field("again");
    Runnable save =
        () ->
            model.change(
                changing ? Optional.of(old.getText()) : Optional.empty(),
                next.getText(),
                again.getText(),
                this::done);
    var fields = changing ? List.of(old, next, again) : List.of(next, again);
    show(fields, Buttons.primary(say("save"), save));
  }

  private void leave() {
    var old = field("old");
    show(List.of(old), Buttons.danger(say("clear"), () -> model.remove(old.getText(), this::done)));
  }

  private PasswordField field(String key) {
    var field = new PasswordField();
    field.setPromptText(say(key));
    field.setAccessibleText(say(key));
    field.setPrefWidth(FIELD_WIDTH);
    return field;
  }

  /** Enter goes on from field to field, and in the last one it is the button. */
  private void show(List<PasswordField> fields, Button act) {
    for (int i = 0; i < fields.size(); i++) {
      Node next = i + 1 < fields.size() ? fields.get(i + 1) : null;
      fields
          .get(i)
          .setOnAction(_ -> {
            if (next == null) act.fire();
            else next.requestFocus();
          });
    }
    acts.getChildren().setAll(Buttons.quiet(say("cancel"), this::done));
    var form = new FlowPane(8, 8);
    form.getChildren().setAll(fields);
    form.getChildren().add(act);
    getChildren().setAll(row, form, trouble);
    fields.getFirst().requestFocus();
  }
}
