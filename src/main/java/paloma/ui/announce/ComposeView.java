package paloma.ui.announce;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paloma.core.Announcement.Audience;
import paloma.ui.parts.Buttons;
import paloma.ui.wording.Wording;

/** The sheet on which an announcement is written: whom it is for and how many, how it matters. */
public final class ComposeView extends VBox {
  private final Composing model;
  private final Wording wording;
  private final FlowPane audiences = new FlowPane(8, 8);
  private final TextField title = new TextField();
  private final TextArea text = new TextArea();

  public ComposeView(Composing model, Wording wording) {
    this.model = model;
    this.wording = wording;
    getStyleClass().add("announce-sheet");
    var head = new Label(wording.say("window.announce.sheet"));
    head.getStyleClass().add("title");
    title.setPromptText(wording.say("window.announce.title"));
    title.setAccessibleText(title.getPromptText());
    title.textProperty().bindBidirectional(model.title());
    text.setPromptText(wording.say("window.announce.text"));
    text.setAccessibleText(text.getPromptText());
    text.setWrapText(true);
    text.textProperty().bindBidirectional(model.text());
    text.setMinHeight(96);
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
    VBox.setVgrow(text, Priority.ALWAYS);
    audiences.setMinHeight(Region.USE_PREF_SIZE);
    getChildren()
        .addAll(head, heading("window.announce.for"), audiences, title, text, choices(), foot());
    model.audiences().addListener((ListChangeListener<Audience>) _ -> show());
    show();
  }

  /** A tab in a notice is worth less than leaving the field by the keyboard. */
  private void leave(KeyEvent event) {
    if (event.getCode() != KeyCode.TAB || event.isShortcutDown()) return;
    text.requestFocusTraversal(
        event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    event.consume();
  }

  private Node heading(String key) {
    var label = new Label(wording.say(key));
    label.getStyleClass().addAll("small", "second");
    return label;
  }

  private void show() {
    audiences.getChildren().clear();
    for (var audience : model.audiences()) {
      boolean all = audience.department().isEmpty();
      var name = all ? wording.say("window.announce.everybody") : audience.department();
      var chip = Buttons.chip(name + " " + audience.people());
      chip.setSelected(all ? model.forEverybody() : model.isFor(audience.department()));
      chip.setOnAction(_ -> {
        model.choose(audience.department(), chip.isSelected());
        show();
        focus(audience.department());
      });
      chip.setUserData(audience.department());
      audiences.getChildren().add(chip);
    }
  }

  /** The chips were made anew: the keyboard stays where it was. */
  private void focus(String department) {
    audiences.getChildren().stream()
        .filter(chip -> department.equals(chip.getUserData()))
        .forEach(Node::requestFocus);
  }

  private Node choices() {
    var confirm = new CheckBox(wording.say("window.announce.ask"));
    confirm.selectedProperty().bindBidirectional(model.confirm());
    var group = new ToggleGroup();
    boolean matters = model.important().get();
    var normal = priority("window.announce.normal", false, group);
    var important = priority("window.announce.important", true, group);
    (matters ? important : normal).setSelected(true);
    var row = new FlowPane(8, 8, normal, important, confirm);
    row.setRowValignment(javafx.geometry.VPos.CENTER);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }

  private ToggleButton priority(String key, boolean important, ToggleGroup group) {
    var chip = Buttons.chip(wording.say(key));
    chip.setToggleGroup(group);
    chip.setOnAction(_ -> chip.setSelected(true));
    // The arrow keys choose without an action.
    chip.selectedProperty()
        .subscribe(on -> {
          if (on) model.important().set(important);
        });
    return chip;
  }

  private Node foot() {
    var count = new Label();
    count.getStyleClass().add("second");
    model
        .people()
        .subscribe(n -> count.setText(wording.count("window.announce.reaches", n.longValue())));
    count.setMinWidth(0);
    HBox.setHgrow(count, Priority.ALWAYS);
    count.setMaxWidth(Double.MAX_VALUE);
    var cancel = Buttons.outlined(wording.say("window.share.cancel"), model::leave);
    var send = Buttons.primary(wording.say("window.announce.send"), model::send);
    send.disableProperty()
        .bind(
            javafx.beans.binding.Bindings.createBooleanBinding(
                () -> model.text().get().isBlank(), model.text()));
    var foot = new HBox(8, count, cancel, send);
    foot.setAlignment(Pos.CENTER_RIGHT);
    return foot;
  }

  /** Where somebody begins to type. */
  @Override
  public void requestFocus() {
    title.requestFocus();
  }
}
