package paloma.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import paloma.settings.Setting;
import paloma.ui.parts.LockLabel;
import paloma.ui.wording.Wording;

/** Rows of a card of settings: words at the left, one control at the right. */
final class SettingRows {
  static final double CONTROL_WIDTH = 200;

  /** The longest of the short words stays in one line, also in a narrow window. */
  private static final double LABEL_WIDTH = 96;

  private final SettingsViewModel model;
  private final Wording wording;

  SettingRows(SettingsViewModel model, Wording wording) {
    this.model = model;
    this.wording = wording;
  }

  HBox row(String key, Node control) {
    var label = new Label(wording.say("window.settings." + key));
    label.setWrapText(true);
    label.setLabelFor(control);
    var texts = new VBox(2, label);
    texts.setAlignment(Pos.CENTER_LEFT);
    texts.setMinWidth(LABEL_WIDTH);
    HBox.setHgrow(texts, Priority.ALWAYS);
    var row = new HBox(16, texts, control);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("setting");
    var hint = "window.settings." + key + ".hint";
    if (wording.words().has(hint)) hint(row, wording.say(hint));
    return row;
  }

  static void hint(HBox row, String words) {
    var texts = (VBox) row.getChildren().getFirst();
    var hint = new Label(words);
    hint.setWrapText(true);
    hint.getStyleClass().addAll("small", "second");
    if (texts.getChildren().size() > 1 && !(texts.getChildren().get(1) instanceof LockLabel)) {
      texts.getChildren().remove(1);
    }
    texts.getChildren().add(1, hint);
  }

  Node locked(HBox row, Setting<?> setting) {
    if (!model.locked(setting)) return row;
    var why = wording.locked(model.why(setting));
    var control = row.getChildren().getLast();
    control.setAccessibleHelp(why);
    control.setDisable(true);
    ((VBox) row.getChildren().getFirst()).getChildren().add(new LockLabel(why, why));
    row.getStyleClass().add("locked");
    return row;
  }

  Node chosen(String key, Setting<String> setting, List<String> choices) {
    return locked(
        row(
            key,
            combo(
                model.value(setting),
                choices,
                c -> wording.say("window.settings." + key + "." + c),
                key)),
        setting);
  }

  <T> ComboBox<T> combo(
      ObjectProperty<T> value, List<T> choices, Function<T, String> words, String key) {
    var combo = new ComboBox<T>();
    combo.getItems().setAll(choices);
    combo.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T choice) {
            return choice == null ? "" : words.apply(choice);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("not editable");
          }
        });
    combo.valueProperty().bindBidirectional(value);
    combo.setAccessibleText(wording.say("window.settings." + key));
    combo.setPrefWidth(CONTROL_WIDTH);
    combo.setMinWidth(Region.USE_PREF_SIZE);
    return combo;
  }

  Node flag(String key, Setting<Boolean> setting) {
    var toggle = new ToggleSwitch();
    toggle.setAccessibleText(wording.say("window.settings." + key));
    var value = model.value(setting);
    toggle.setSelected(value.get());
    toggle.selectedProperty().addListener((_, _, on) -> value.set(on));
    value.addListener((_, _, on) -> toggle.setSelected(on));
    return locked(row(key, toggle), setting);
  }

  /** Words that are taken when the field is left; what is not allowed goes back. */
  Node text(String key, Setting<String> setting) {
    var value = model.value(setting);
    var field = new TextField(value.get());
    field.setAccessibleText(wording.say("window.settings." + key));
    field.setPrefWidth(CONTROL_WIDTH + 60);
    var prompt = "window.settings." + key + ".prompt";
    if (wording.words().has(prompt)) field.setPromptText(wording.say(prompt));
    Runnable take =
        () -> {
          setting.read().apply(field.getText().strip()).ifPresent(value::set);
          field.setText(value.get());
        };
    field.setOnAction(_ -> take.run());
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) take.run();
        });
    value.addListener((_, _, now) -> field.setText(now));
    return locked(row(key, field), setting);
  }
}
