package paloma.ui.share;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import paloma.model.Peer;
import paloma.ui.parts.EmptyState;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SearchField;
import paloma.ui.wording.Wording;

/** Everybody with a mark for who is chosen, and the search above them. */
final class ChoiceView extends VBox {
  private final Choice model;
  private final Wording wording;
  private final Runnable done;
  private final Runnable cancel;
  private final SearchField search;
  private final ListView<Choice.Line> list = new ListView<>();
  private Peer cursor;

  /**
   * @param done what Enter does when nobody is searched for
   */
  ChoiceView(Choice model, Wording wording, String says, Runnable done, Runnable cancel) {
    this.model = model;
    this.wording = wording;
    this.done = done;
    this.cancel = cancel;
    search = new SearchField(wording.say("window.people.search"), "");
    getStyleClass().add("choice-view");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list);
    search.textProperty().bindBidirectional(model.query());
    search.field().addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    list.setItems(model.lines());
    list.getStyleClass().add("rows");
    list.setAccessibleText(says);
    list.setCellFactory(_ -> new ChoiceCell(wording, peer -> model.toggle(peer.id())));
    list.setPlaceholder(nobody());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, line) -> cursor = line == null ? cursor : line.peer());
    model.lines().addListener((Observable _) -> keepCursor());
  }

  private EmptyState nobody() {
    var words = new Label();
    words.setWrapText(true);
    words.getStyleClass().add("second");
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.query().get().isBlank()
                        ? wording.say("window.share.nobody")
                        : wording.say("window.search.nothing", model.query().get().strip()),
                model.query()));
    return new EmptyState(Icon.of("people", 32), "", "", words);
  }

  private void searchKey(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) list.getSelectionModel().select(0);
        event.consume();
      }
      case ENTER -> {
        if (model.query().get().isBlank()) done.run();
        else model.chooseFound();
        event.consume();
      }
      default -> {}
    }
  }

  private void listKey(KeyEvent event) {
    var line = list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && line != null) {
      model.toggle(line.peer().id());
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      if (model.chosen().get() > 0) done.run();
      else if (line != null) model.toggle(line.peer().id());
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      // A list keeps this key to itself.
      cancel.run();
      event.consume();
    } else if (event.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() == 0) {
      search.requestFocus();
      event.consume();
    }
  }

  /** The row under the cursor stays selected wherever it moves. */
  private void keepCursor() {
    for (int i = 0; cursor != null && i < list.getItems().size(); i++) {
      if (list.getItems().get(i).peer().id().equals(cursor.id())) {
        list.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
    list.getSelectionModel().clearSelection();
  }

  /** Where somebody begins to type. */
  @Override
  public void requestFocus() {
    search.requestFocus();
  }
}
