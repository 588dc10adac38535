package paloma.ui.firstrun;

import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.model.Peer;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.PalomaMark;
import paloma.ui.wording.Wording;

/** The one page before the first start: who you are, and who is there already. */
public final class FirstRunView extends ScrollPane {
  private static final int AVATAR = 96;

  /** Below this width the picture stands above the fields. */
  private static final int NARROW = 520;

  private static final int NARROW_FACES = 4;

  private final FirstRunViewModel model;
  private final Wording wording;
  private final TextField name = new TextField();
  private final TextField department = new TextField();
  private final VBox suggestions = new VBox();
  private final StackPane avatar = new StackPane();
  private final HBox faces = new HBox(-4);
  private final Label found = new Label();
  private final Label counting = new Label();
  private int most = FirstRunViewModel.FACES;

  /**
   * @param autostart whether Paloma starts at login; empty where it can't
   */
  public FirstRunView(
      FirstRunViewModel model,
      Wording wording,
      Optional<Property<Boolean>> autostart,
      Runnable done) {
    this.model = model;
    this.wording = wording;
    getStyleClass().add("first-run");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    var page = new VBox(head(), who(), colleagues());
    autostart.ifPresent(value -> page.getChildren().add(login(value)));
    page.getChildren().addAll(grow(), foot(done));
    page.getStyleClass().add("first-run-page");
    page.setMaxSize(720, 560);
    page.setMinHeight(Region.USE_PREF_SIZE);
    var around = new StackPane(page);
    setContent(around);
    bind();
  }

  private Node head() {
    var title = new Label(wording.say("window.welcome.title"));
    title.getStyleClass().add("title");
    wrap(title);
    var words = new Label(wording.say("window.welcome.words"));
    words.getStyleClass().add("second");
    wrap(words);
    var texts = new VBox(2, title, words);
    texts.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(texts, Priority.ALWAYS);
    var head = new HBox(16, new PalomaMark(48), texts);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node who() {
    avatar.setMinSize(AVATAR + 16, AVATAR);
    avatar.setMaxHeight(AVATAR);
    var form =
        new VBox(
            4,
            field("window.welcome.name", name, model.name()),
            field("window.welcome.department", department, model.department()),
            suggestions);
    suggestions.getStyleClass().add("suggestions");
    HBox.setHgrow(form, Priority.ALWAYS);
    var who = new HBox(32, avatar, form);
    who.getStyleClass().add("who");
    widthProperty()
        .addListener((_, _, width) -> {
          boolean narrow = width.doubleValue() < NARROW;
          avatar.setVisible(!narrow);
          avatar.setManaged(!narrow);
          most = narrow ? NARROW_FACES : FirstRunViewModel.FACES;
          showFaces();
        });
    return who;
  }

  private Node field(String key, TextField field, StringProperty value) {
    var label = new Label(wording.say(key));
    label.getStyleClass().addAll("small", "second");
    label.setLabelFor(field);
    field.setAccessibleText(label.getText());
    field.textProperty().bindBidirectional(value);
    field.getStyleClass().add("tall");
    var box = new VBox(4, label, field);
    box.getStyleClass().add("field");
    return box;
  }

  private Node colleagues() {
    found.getStyleClass().add("strong");
    wrap(found);
    counting.getStyleClass().addAll("small", "second");
    wrap(counting);
    var texts = new VBox(2, found, counting);
    texts.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(texts, Priority.ALWAYS);
    faces.setAlignment(Pos.CENTER_LEFT);
    faces.setMinWidth(Region.USE_PREF_SIZE);
    var box = new HBox(16, faces, texts);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("found");
    return box;
  }

  private Node login(Property<Boolean> value) {
    var box = new CheckBox(wording.say("window.settings.autostart"));
    box.setSelected(value.getValue());
    box.selectedProperty().addListener((_, _, on) -> value.setValue(on));
    box.setWrapText(true);
    box.getStyleClass().add("login");
    return box;
  }

  private Node foot(Runnable done) {
    var hint = new Label(wording.say("window.welcome.firewall"));
    hint.getStyleClass().addAll("small", "second");
    wrap(hint);
    hint.setMaxWidth(340);
    HBox.setHgrow(hint, Priority.ALWAYS);
    var skip = Buttons.quiet(wording.say("window.welcome.skip"), done);
    Button start =
        Buttons.primary(
            wording.say("window.welcome.start"),
            () -> {
              model.finish();
              done.run();
            });
    start.setDefaultButton(true);
    start.disableProperty().bind(model.name().map(String::isBlank));
    var icon = Icon.of("info");
    var foot = new StackPane(row(icon, hint, grow(), skip, start));
    foot.getStyleClass().add("foot");
    widthProperty()
        .map(width -> width.doubleValue() < NARROW)
        .subscribe(narrow ->
            foot.getChildren()
                .setAll(
                    narrow
                        ? new VBox(12, row(icon, hint), row(grow(), skip, start))
                        : row(icon, hint, grow(), skip, start)));
    return foot;
  }

  private static HBox row(Node... nodes) {
    var row = new HBox(12, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** Takes as many lines as it needs. */
  private static void wrap(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
  }

  private static Region grow() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    VBox.setVgrow(space, Priority.ALWAYS);
    return space;
  }

  private void bind() {
    model.name().addListener(_ -> showAvatar());
    model.suggestions().addListener((Observable _) -> suggest());
    model.faces().addListener((Observable _) -> showFaces());
    model.found().addListener(_ -> showFaces());
    department.focusedProperty().addListener(_ -> suggest());
    department.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.DOWN && !suggestions.getChildren().isEmpty()) {
        suggestions.getChildren().getFirst().requestFocus();
        e.consume();
      }
    });
    showAvatar();
    suggest();
    showFaces();
  }

  private void showAvatar() {
    avatar.getChildren().setAll(Avatar.person(model.name().get(), AVATAR));
  }

  /** Offered while the field or one of them has the focus, so that they can be reached by keys. */
  private void suggest() {
    boolean wanted = department.isFocused() || suggestions.isFocusWithin();
    suggestions.setVisible(wanted && !model.suggestions().isEmpty());
    suggestions.getChildren().setAll(model.suggestions().stream().map(this::suggestion).toList());
  }

  private Node suggestion(FirstRunViewModel.Suggestion suggestion) {
    var count = new Label(wording.count("window.welcome.colleagues", suggestion.colleagues()));
    count.getStyleClass().addAll("small", "second");
    var text = new Label(suggestion.department());
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(8, text, count);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWidth(0);
    var button = new Button();
    button.getStyleClass().setAll("suggestion");
    button.setGraphic(row);
    button.setMaxWidth(Double.MAX_VALUE);
    row.prefWidthProperty().bind(button.widthProperty().subtract(24));
    button.setAccessibleText(wording.joined(suggestion.department(), count.getText()));
    button.setOnAction(_ -> {
      department.requestFocus();
      department.setText(suggestion.department());
      department.end();
      suggestions.setVisible(false);
    });
    return button;
  }

  private void showFaces() {
    int count = model.found().get();
    faces.getChildren().setAll(model.faces().stream().limit(most).map(this::face).toList());
    found.setText(
        count == 0
            ? wording.say("window.welcome.nobody")
            : wording.count("window.welcome.found", count));
    counting.setText(
        wording.say(count == 0 ? "window.welcome.looking" : "window.welcome.counting"));
  }

  private Node face(Peer peer) {
    var ring = new StackPane(Avatar.of(peer.profile(), 32));
    ring.getStyleClass().add("face-ring");
    return ring;
  }

  /** Where somebody begins to type. */
  @Override
  public void requestFocus() {
    name.requestFocus();
    name.selectAll();
  }
}
