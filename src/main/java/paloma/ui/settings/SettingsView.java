package paloma.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.settings.Setting;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** All settings on one page, in cards. */
public final class SettingsView extends ScrollPane {
  private final SettingsViewModel model;
  private final Wording wording;
  private final SettingRows rows;
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
    rows = new SettingRows(model, wording);
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
    availability();
    behaviour(downloads, folderChooser);
    start(login);
    card("updates", rows.chosen("updates-from", Setting.UPDATES, List.of("ask", "off")));
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
        rows.row("name", field(model.name(), "name")),
        rows.row("department", field(model.department(), "department")),
        rows.row("title", field(model.title(), "title")),
        rows.row("phone", field(model.phone(), "phone")),
        rows.row("status", field(model.status(), "status")),
        rows.row("presence", presence()));
  }

  private void looks() {
    card(
        "looks",
        rows.chosen("theme", Setting.THEME, List.of("system", "light", "dark")),
        rows.chosen("language", Setting.LANGUAGE, List.of("auto", "en", "zh_CN", "ja")),
        rows.row(
            "text-scale",
            rows.combo(
                model.value(Setting.TEXT_SCALE),
                List.of(80, 90, 100, 110, 125, 150, 175, 200),
                n -> n + " %",
                "text-scale")));
  }

  private void availability() {
    card(
        "availability",
        rows.row(
            "idle",
            rows.combo(
                model.value(Setting.IDLE_MINUTES),
                List.of(0, 5, 10, 15, 30, 60),
                n ->
                    n == 0
                        ? wording.say("window.settings.idle.never")
                        : wording.say("window.settings.idle.minutes", n),
                "idle")),
        rows.text("auto-reply-away", Setting.AUTO_REPLY_AWAY),
        rows.text("auto-reply-busy", Setting.AUTO_REPLY_BUSY),
        rows.text("auto-reply-dnd", Setting.AUTO_REPLY_DND));
  }

  private void behaviour(
      ObservableValue<String> downloads, Supplier<Optional<Path>> folderChooser) {
    card(
        "messages",
        rows.flag("enter-sends", Setting.ENTER_SENDS),
        rows.flag("mail-leave", Setting.MAIL_LEAVE),
        rows.flag("mail-carry", Setting.MAIL_CARRY),
        new PasswordRow(model.password(), rows, wording),
        new QuickReplyEditor(model, wording));
    var change =
        Buttons.outlined(
            wording.say("window.files.change"),
            () ->
                folderChooser
                    .get()
                    .ifPresent(f -> model.value(Setting.DOWNLOADS).set(f.toString())));
    var folder = rows.row("downloads", change);
    downloads.addListener((_, _, now) -> SettingRows.hint(folder, now));
    SettingRows.hint(folder, downloads.getValue());
    card(
        "files",
        rows.chosen("accept", Setting.ACCEPT, List.of("ask", "verified", "known", "all")),
        rows.locked(folder, Setting.DOWNLOADS));
    history();
    card(
        "alerts",
        rows.flag("notifications", Setting.NOTIFICATIONS),
        rows.flag("notifications-text", Setting.NOTIFICATIONS_TEXT),
        rows.text("quiet-hours", Setting.QUIET_HOURS),
        rows.flag("keep-running", Setting.KEEP_RUNNING));
  }

  private void history() {
    var days =
        rows.combo(
            model.value(Setting.HISTORY_DAYS),
            List.of(0, 30, 90, 180, 365, 1095),
            this::daysKept,
            "history-days");
    card(
        "history",
        rows.locked(rows.row("history-days", days), Setting.HISTORY_DAYS),
        rows.flag("backup-daily", Setting.BACKUP_DAILY));
  }

  private String daysKept(int days) {
    var key = "window.settings.history-days";
    return days == 0 ? wording.say(key + ".all") : wording.count(key, days);
  }

  private void start(Optional<Runnable> login) {
    var row = rows.flag("autostart", Setting.AUTOSTART);
    if (login.isEmpty()) {
      SettingRows.hint((HBox) row, wording.say("window.settings.autostart.absent"));
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
    field.setPrefWidth(SettingRows.CONTROL_WIDTH + 60);
    return field;
  }

  private Node presence() {
    var combo =
        rows.combo(
            model.presence(), SettingsViewModel.PRESENCES, wording::presenceAlone, "presence");
    combo.setOnAction(_ -> model.saveProfile());
    return combo;
  }
}
