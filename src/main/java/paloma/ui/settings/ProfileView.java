package paloma.ui.settings;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.model.Profile;
import paloma.settings.Setting;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Buttons;
import paloma.ui.wording.Wording;

/** What somebody says of themself, on one sheet; a picture may be dropped on it. */
public final class ProfileView extends VBox {
  private static final int AVATAR = 96;

  private final SettingsViewModel model;
  private final Wording wording;
  private final Supplier<Optional<Path>> chooser;
  private final StackPane face = new StackPane();
  private final Button bare;
  private final TextField name = new TextField();

  /**
   * @param chooser asks for an image file
   * @param done closes the sheet
   */
  public ProfileView(
      SettingsViewModel model, Wording wording, Supplier<Optional<Path>> chooser, Runnable done) {
    this.model = model;
    this.wording = wording;
    this.chooser = chooser;
    getStyleClass().add("profile");
    bare = Buttons.quiet(wording.say("window.profile.bare"), model::bare);
    var title = new Label(wording.say("window.profile.title"));
    title.getStyleClass().add("title");
    getChildren()
        .addAll(
            title,
            picture(),
            field("name", name, model.name()),
            field("department", new TextField(), model.department()),
            pair(
                field("title", new TextField(), model.title()),
                field("phone", new TextField(), model.phone())),
            labelled("presence", presence()),
            labelled("status", status()),
            foot(done));
    model.profile().subscribe(this::show);
    setOnDragOver(this::over);
    setOnDragDropped(this::dropped);
  }

  private Node picture() {
    face.setMinSize(AVATAR, AVATAR);
    face.setMaxSize(AVATAR, AVATAR);
    var choose =
        Buttons.outlined(
            wording.say("window.profile.choose"), () -> chooser.get().ifPresent(model::wear));
    var hint = new Label(wording.say("window.profile.drop"));
    hint.getStyleClass().addAll("small", "second");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    var buttons = new HBox(8, choose, bare);
    buttons.setAlignment(Pos.CENTER_LEFT);
    var beside = new VBox(8, buttons, hint);
    beside.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(beside, Priority.ALWAYS);
    var all = new HBox(20, face, beside);
    all.setAlignment(Pos.CENTER_LEFT);
    return all;
  }

  private void show(Profile mine) {
    if (mine == null) return;
    face.getChildren().setAll(Avatar.of(mine, AVATAR));
    bare.setVisible(mine.avatar() != null);
  }

  private Node field(String key, TextField field, StringProperty value) {
    field.textProperty().bindBidirectional(value);
    return labelled(key, field);
  }

  private Node labelled(String key, Region control) {
    var label = new Label(wording.say("window.settings." + key));
    label.getStyleClass().addAll("small", "second");
    label.setLabelFor(control);
    control.setAccessibleText(label.getText());
    control.setMaxWidth(Double.MAX_VALUE);
    return new VBox(4, label, control);
  }

  private static Node pair(Node first, Node second) {
    for (var node : List.of(first, second)) {
      ((Region) node).setPrefWidth(0);
      HBox.setHgrow(node, Priority.ALWAYS);
    }
    return new HBox(12, first, second);
  }

  private ComboBox<?> presence() {
    return new SettingRows(model, wording)
        .combo(model.presence(), SettingsViewModel.PRESENCES, wording::presenceAlone, "presence");
  }

  /** Free words; what was said before and what many say is offered. */
  private ComboBox<String> status() {
    var offered = new LinkedHashSet<>(model.value(Setting.STATUSES).get());
    offered.addAll(List.of(wording.say("window.profile.statuses").split("\\|")));
    var combo = new ComboBox<String>();
    combo.setEditable(true);
    combo.getItems().setAll(offered);
    combo.getEditor().textProperty().bindBidirectional(model.status());
    return combo;
  }

  private Node foot(Runnable done) {
    var cancel =
        Buttons.outlined(
            wording.say("window.share.cancel"),
            () -> {
              model.forget();
              done.run();
            });
    var save =
        Buttons.primary(
            wording.say("window.profile.save"),
            () -> {
              model.saveProfile();
              done.run();
            });
    save.disableProperty().bind(model.name().map(String::isBlank));
    var foot = new HBox(8, cancel, save);
    foot.setAlignment(Pos.CENTER_RIGHT);
    return foot;
  }

  private void over(DragEvent event) {
    if (event.getDragboard().getFiles().size() != 1) return;
    event.acceptTransferModes(TransferMode.COPY);
    event.consume();
  }

  private void dropped(DragEvent event) {
    var files = event.getDragboard().getFiles();
    if (files.size() != 1) return;
    model.wear(files.getFirst().toPath());
    event.setDropCompleted(true);
    event.consume();
  }

  @Override
  public void requestFocus() {
    name.requestFocus();
  }
}
