package paloma.ui.share;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import paloma.model.Message;
import paloma.model.Peer;
import paloma.ui.chats.MessageLine;
import paloma.ui.conversation.Parcel;
import paloma.ui.conversation.ParcelLook;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.EmojiLine;
import paloma.ui.parts.EmptyState;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SearchField;
import paloma.ui.wording.Wording;

/** "Send 2 files to …": what goes, the people it may go to, and the click that sends it. */
public final class ShareView extends VBox {
  /** Names shown; the rest is a number. */
  private static final int NAMES = 3;

  private final ShareViewModel model;
  private final Wording wording;
  private final Runnable send;
  private final Label title = new Label();
  private final VBox things = new VBox(8);
  private final SearchField search;
  private final ListView<ShareViewModel.Line> list = new ListView<>();
  private Peer cursor;

  /**
   * @param send sends to those who were chosen
   */
  public ShareView(ShareViewModel model, Wording wording, Runnable send) {
    this.model = model;
    this.wording = wording;
    this.send = send;
    search = new SearchField(wording.say("window.people.search"), "");
    getStyleClass().add("share");
    title.getStyleClass().add("title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    things.getStyleClass().add("things");
    things.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(title, things, search, list, foot());
    people();
    model.parcel().subscribe(this::show);
    model.message().subscribe(this::show);
  }

  private void people() {
    search.textProperty().bindBidirectional(model.query());
    search.field().addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    list.setItems(model.lines());
    list.getStyleClass().add("rows");
    list.setAccessibleText(wording.say("window.share.to"));
    list.setCellFactory(_ -> new ShareCell(wording, peer -> model.toggle(peer.id())));
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

  private HBox foot() {
    var cancel = Buttons.outlined(wording.say("window.share.cancel"), model::cancel);
    Button go = Buttons.primary("", send);
    go.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.chosen().get() < 2
                        ? wording.say("window.share.send")
                        : wording.count("window.share.send-to", model.chosen().get()),
                model.chosen()));
    go.disableProperty().bind(model.chosen().isEqualTo(0));
    var foot = new HBox(8, cancel, go);
    foot.setAlignment(Pos.CENTER_RIGHT);
    return foot;
  }

  private void show(Parcel parcel) {
    if (parcel == null) return;
    things.getChildren().clear();
    title.setText(ParcelLook.sentence(parcel, null, wording));
    for (var item : parcel.items().stream().limit(NAMES).toList()) {
      things.getChildren().add(ParcelLook.row(item, wording));
    }
    int more = parcel.items().size() - NAMES;
    if (more > 0) {
      var rest = new Label(wording.count("conversation.drop.more", more));
      rest.getStyleClass().addAll("small", "second");
      things.getChildren().add(rest);
    }
  }

  private void show(Message message) {
    if (message == null) return;
    title.setText(wording.say("window.forward.title"));
    things.getChildren().setAll(new EmojiLine(new MessageLine(wording).of(message), "second"));
  }

  private void searchKey(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) list.getSelectionModel().select(0);
        event.consume();
      }
      case ENTER -> {
        if (model.query().get().isBlank()) send.run();
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
      if (model.chosen().get() > 0) send.run();
      else if (line != null) model.toggle(line.peer().id());
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      // A list keeps this key to itself.
      model.cancel();
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
