package paloma.ui.announce;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.core.Announcement;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.EmptyState;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SearchField;
import paloma.ui.people.Roster;
import paloma.ui.wording.Wording;

/** The list of announcements at the left, the chosen one at the right. */
public final class AnnouncementsView extends HBox {
  private final AnnouncementsViewModel model;
  private final Wording wording;
  private final Roster roster;
  private final BooleanProperty narrow = new SimpleBooleanProperty();
  private final ListView<Announcement> list = new ListView<>();
  private final VBox side = new VBox();
  private final StackPane chosen = new StackPane();

  public AnnouncementsView(AnnouncementsViewModel model, Wording wording, Roster roster) {
    this.model = model;
    this.wording = wording;
    this.roster = roster;
    getStyleClass().add("announcements");
    side.getStyleClass().add("announcements-list");
    chosen.getStyleClass().add("announcements-chosen");
    HBox.setHgrow(chosen, Priority.ALWAYS);
    build();
    model.chosen().addListener(_ -> arrange());
    narrow.addListener(_ -> arrange());
    arrange();
  }

  /** One column: what was chosen takes the place of the list. */
  public BooleanProperty narrowProperty() {
    return narrow;
  }

  /** Leaves what was chosen, if it is all that is shown. */
  public boolean back() {
    if (!narrow.get() || model.chosen().get() == null) return false;
    model.chosen().set(null);
    list.getSelectionModel().clearSelection();
    list.requestFocus();
    return true;
  }

  private void build() {
    var search = new SearchField(wording.say("window.announce.search"), "");
    search.textProperty().bindBidirectional(model.query());
    HBox.setHgrow(search, Priority.ALWAYS);
    search.setMinWidth(80);
    var write =
        Buttons.with(
            Icon.of("add").with("on-accent"),
            Buttons.primary(wording.say("window.announce.write"), model.composing()::begin));
    write.visibleProperty().bind(model.allowed());
    write.managedProperty().bind(model.allowed());
    var head = new HBox(8, search, write);
    head.getStyleClass().add("zone-head");

    list.setItems(model.shown());
    list.getStyleClass().add("rows");
    list.setAccessibleText(wording.say("window.rail.announcements"));
    list.setCellFactory(_ -> new AnnouncementCell(wording));
    list.setPlaceholder(
        new EmptyState(
            Icon.of("megaphone", 64),
            wording.say("window.announce.empty"),
            wording.say("window.announce.empty-words")));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, one) -> {
          // In one column it hides the list: there it wants a click.
          if (one != null && !narrow.get()) model.chosen().set(one);
        });
    list.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY) choose();
    });
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER) choose();
        });
    model.shown().addListener((javafx.beans.Observable _) -> select());
    VBox.setVgrow(list, Priority.ALWAYS);
    side.getChildren().addAll(head, list);
  }

  private void choose() {
    var one = list.getSelectionModel().getSelectedItem();
    if (one != null) model.chosen().set(one);
  }

  private void select() {
    var now = model.chosen().get();
    if (now == null) return;
    for (int i = 0; i < model.shown().size(); i++) {
      if (model.shown().get(i).message().id().equals(now.message().id())) {
        list.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
  }

  private void arrange() {
    var one = model.chosen().get();
    if (!narrow.get()) {
      chosen.getChildren().setAll(one == null ? nothing() : view(one));
      HBox.setHgrow(side, Priority.NEVER);
      getChildren().setAll(side, chosen);
      select();
    } else if (one == null) {
      HBox.setHgrow(side, Priority.ALWAYS);
      getChildren().setAll(side);
    } else {
      var back = Buttons.icon("arrow_left", wording.say("window.back"), this::back);
      var view = view(one);
      VBox.setVgrow(view, Priority.ALWAYS);
      chosen.getChildren().setAll(new VBox(8, back, view));
      getChildren().setAll(chosen);
    }
  }

  private Node view(Announcement one) {
    return new AnnouncementView(model, one, wording, roster);
  }

  private Node nothing() {
    return new EmptyState(Icon.of("megaphone", 64), wording.say("window.announce.choose"), "");
  }
}
