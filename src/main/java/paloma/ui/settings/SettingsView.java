package paloma.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import paloma.model.Presence;
import paloma.settings.Setting;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.LockLabel;
import paloma.ui.wording.Wording;

/** All settings on one page, in cards. */
public final class SettingsView extends ScrollPane {
  private static final double CONTROL_WIDTH = 200;

  /** The longest of the short words stays in one line, also in a narrow window. */
  private static final double LABEL_WIDTH = 96;

  private final SettingsViewModel model;
  private final Wording wording;
  private final VBox page = new VBox();

  /**
   * @param downloads where received files go, as it is shown
   * @param folderChooser asks for a folder
   * @param login looks whether Paloma starts at login; empty where it can't
   * @param update shows the update that is there, if one is
   */
  public SettingsView(
      SettingsViewModel model,
      Wording wording,
      ObservableValue<String> downloads,
      Supplier<Optional<Path>> folderChooser,
      Optional<Runnable> login,
      Node update) {
    this.model = model;
    this.wording = wording;
    getStyleClass().add("settings");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    page.getStyleClass().add("settings-page");
    page.setMinWidth(0);
    var title = new Label(wording.say("window.rail.settings"));
    title.getStyleClass().add("title");
    page.getChildren().add(title);
    model.contact().ifPresent(this::contact);
    VBox.setMargin(update, new Insets(12, 0, 0, 0));
    page.getChildren().add(update);
    profile();
    looks();
    behaviour(downloads, folderChooser);
    start(login);
    card("updates", chosen("updates-from", Setting.UPDATES, List.of("ask", "off")));
    setContent(new StackPane(page));
  }

  private void contact(String whom) {
    var words = new Label(wording.say("window.settings.contact", whom));
    words.setWrapText(true);
    words.setGraphic(Icon.of("lock_closed", 16));
    words.getStyleClass().addAll("small", "second", "contact");
    page.getChildren().add(words);
  }

  private void profile() {
    card(
        "profile",
        row("name", field(model.name(), "name")),
        row("department", field(model.department(), "department")),
        row("title", field(model.title(), "title")),
        row("phone", field(model.phone(), "phone")),
        row("status", field(model.status(), "status")),
        row("presence", presence()));
  }

  private void looks() {
    card(
        "looks",
        chosen("theme", Setting.THEME, List.of("system", "light", "dark")),
        chosen("language", Setting.LANGUAGE, List.of("auto", "en", "zh_CN", "ja")),
        row(
            "text-scale",
            combo(
                model.value(Setting.TEXT_SCALE),
                List.of(80, 90, 100, 110, 125, 150, 175, 200),
                n -> n + " %",
                "text-scale")));
  }

  private void behaviour(
      ObservableValue<String> downloads, Supplier<Optional<Path>> folderChooser) {
    card(
        "messages",
        flag("enter-sends", Setting.ENTER_SENDS),
        flag("mail-leave", Setting.MAIL_LEAVE),
        flag("mail-carry", Setting.MAIL_CARRY));
    var change =
        Buttons.outlined(
            wording.say("window.files.change"),
            () ->
                folderChooser
                    .get()
                    .ifPresent(f -> model.value(Setting.DOWNLOADS).set(f.toString())));
    var folder = row("downloads", change);
    downloads.addListener((_, _, now) -> hint(folder, now));
    hint(folder, downloads.getValue());
    card(
        "files",
        chosen("accept", Setting.ACCEPT, List.of("ask", "verified", "known", "all")),
        locked(folder, Setting.DOWNLOADS));
    card(
        "alerts",
        flag("notifications", Setting.NOTIFICATIONS),
        flag("notifications-text", Setting.NOTIFICATIONS_TEXT),
        flag("keep-running", Setting.KEEP_RUNNING));
  }

  private void start(Optional<Runnable> login) {
    var row = flag("autostart", Setting.AUTOSTART);
    if (login.isEmpty()) {
      hint((HBox) row, wording.say("window.settings.autostart.absent"));
      ((HBox) row).getChildren().getLast().setDisable(true);
    }
    card("start", row);
    // Somebody may have changed it elsewhere: what the system has is looked at with every visit.
    login.ifPresent(look ->
        sceneProperty()
            .subscribe(scene -> {
              if (scene != null) model.later(look);
            }));
  }

  private void card(String key, Node... rows) {
    var head = new Label(wording.say("window.settings." + key));
    head.getStyleClass().addAll("strong", "group-title");
    var card = new VBox(rows);
    card.getStyleClass().add("card");
    page.getChildren().addAll(head, card);
  }

  private HBox row(String key, Node control) {
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

  private static void hint(HBox row, String words) {
    var texts = (VBox) row.getChildren().getFirst();
    var hint = new Label(words);
    hint.setWrapText(true);
    hint.getStyleClass().addAll("small", "second");
    if (texts.getChildren().size() > 1 && !(texts.getChildren().get(1) instanceof LockLabel)) {
      texts.getChildren().remove(1);
    }
    texts.getChildren().add(1, hint);
  }

  private Node locked(HBox row, Setting<?> setting) {
    if (!model.locked(setting)) return row;
    var why = wording.locked(model.why(setting));
    var control = row.getChildren().getLast();
    control.setAccessibleHelp(why);
    control.setDisable(true);
    ((VBox) row.getChildren().getFirst()).getChildren().add(new LockLabel(why, why));
    row.getStyleClass().add("locked");
    return row;
  }

  private TextField field(StringProperty value, String key) {
    var field = new TextField();
    field.setAccessibleText(wording.say("window.settings." + key));
    field.textProperty().bindBidirectional(value);
    field.setOnAction(_ -> model.saveProfile());
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) model.saveProfile();
        });
    field.setPrefWidth(CONTROL_WIDTH + 60);
    return field;
  }

  private Node presence() {
    var combo =
        combo(
            model.presence(),
            List.of(Presence.ONLINE, Presence.AWAY, Presence.BUSY, Presence.DND),
            wording::presenceAlone,
            "presence");
    combo.setOnAction(_ -> model.saveProfile());
    return combo;
  }

  private Node chosen(String key, Setting<String> setting, List<String> choices) {
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

  private <T> ComboBox<T> combo(
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

  private Node flag(String key, Setting<Boolean> setting) {
    var toggle = new ToggleSwitch();
    toggle.setAccessibleText(wording.say("window.settings." + key));
    var value = model.value(setting);
    toggle.setSelected(value.get());
    toggle.selectedProperty().addListener((_, _, on) -> value.set(on));
    value.addListener((_, _, on) -> toggle.setSelected(on));
    return locked(row(key, toggle), setting);
  }
}
