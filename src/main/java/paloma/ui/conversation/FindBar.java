package paloma.ui.conversation;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SearchField;
import paloma.ui.wording.Wording;

/** The bar under a conversation's header in which its words are searched. */
final class FindBar extends HBox {
  private final FindViewModel find;
  private final SearchField field;

  FindBar(FindViewModel find, Wording words) {
    this.find = find;
    field = new SearchField(words.say("conversation.find"), "");
    field.field().setId("find-field");
    HBox.setHgrow(field, Priority.ALWAYS);
    var count = new Label();
    count.getStyleClass().addAll("small", "second");
    count.setMinWidth(USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> count(words), find.count(), find.current(), find.query()));
    getStyleClass().add("find-bar");
    var up = Buttons.icon("arrow_down", words.say("conversation.find.previous"), find::previous);
    var arrow = Icon.of("arrow_down");
    arrow.setRotate(180);
    up.setGraphic(arrow);
    getChildren()
        .addAll(
            field,
            count,
            up,
            Buttons.icon("arrow_down", words.say("conversation.find.next"), find::next),
            Buttons.icon("dismiss", words.say("conversation.close"), () -> find.open().set(false)));
    visibleProperty().bind(find.open());
    managedProperty().bind(find.open());
  }

  void start() {
    field.textProperty().bindBidirectional(find.query());
    field.field().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Puts the caret into the field. */
  void type() {
    find.open().set(true);
    field.field().requestFocus();
    field.field().selectAll();
  }

  private String count(Wording words) {
    if (find.query().get().isBlank()) return "";
    if (find.count().get() == 0) return words.say("conversation.find.none");
    return words.say(
        find.count().get() < FindViewModel.MOST
            ? "conversation.find.count"
            : "conversation.find.many",
        find.current().get(),
        find.count().get());
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      find.open().set(false);
    } else if (event.getTarget() == field.field() && event.getCode() == KeyCode.ENTER) {
      if (event.isShiftDown()) find.next();
      else find.previous();
    } else if (event.getTarget() == field.field() && event.getCode() == KeyCode.UP) {
      find.previous();
    } else if (event.getTarget() == field.field() && event.getCode() == KeyCode.DOWN) {
      find.next();
    } else {
      return;
    }
    event.consume();
  }
}
