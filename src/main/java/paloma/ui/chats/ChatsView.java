package paloma.ui.chats;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.ui.parts.EmptyState;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SearchField;
import paloma.ui.people.PeopleViewModel;
import paloma.ui.wording.Wording;

/** The list of conversations with the search on top. */
public final class ChatsView extends VBox {
  private final ChatsViewModel chats;
  private final PeopleViewModel people;
  private final Consumer<ConversationId> opener;
  private final Consumer<Message> jumper;
  private final SearchField search;
  private final ListView<ChatItem> list = new ListView<>();
  private Object cursor;

  /**
   * @param names what somebody is called
   * @param opener shows a conversation and moves the focus there
   * @param jumper shows a message among what was said before and after it
   */
  public ChatsView(
      ChatsViewModel chats,
      PeopleViewModel people,
      Wording wording,
      Function<DeviceId, String> names,
      Consumer<ConversationId> opener,
      Consumer<Message> jumper) {
    this.chats = chats;
    this.people = people;
    this.opener = opener;
    this.jumper = jumper;
    search = new SearchField(wording.say("window.search"), wording.say("window.search.key"));
    search.textProperty().bindBidirectional(chats.query());
    getStyleClass().add("chats");
    var head = new StackPane(search);
    head.getStyleClass().add("zone-head");
    list.setItems(chats.items());
    list.setCellFactory(_ -> new ChatCell(wording, names, new ChatMenu(chats, wording)));
    list.getStyleClass().add("rows");
    list.setAccessibleText(wording.say("window.rail.chats"));
    list.setPlaceholder(placeholder(wording));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, list);
    search.field().addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
    list.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY) openChosen();
    });
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, now) -> cursor = now == null ? cursor : identity(now));
    chats
        .items()
        .addListener((Observable _) -> mark(list.isFocused() ? cursor : chats.open().get()));
    chats.open().addListener((_, _, now) -> mark(now));
  }

  /** Puts the caret into the search field. */
  public void search() {
    search.field().requestFocus();
    search.field().selectAll();
  }

  /** Puts the focus on the list. */
  public void list() {
    list.requestFocus();
  }

  public boolean listFocused() {
    return list.isFocused();
  }

  private EmptyState placeholder(Wording wording) {
    var words = new Label();
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    chats.query().get().isBlank()
                        ? wording.say("window.chats.empty")
                        : wording.say("window.search.nothing", chats.query().get().strip()),
                chats.query()));
    words.setWrapText(true);
    words.getStyleClass().add("second");
    return new EmptyState(Icon.of("search", 32), "", "", words);
  }

  private void searchKey(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) select(0, 1);
        event.consume();
      }
      case ENTER -> {
        select(0, 1);
        openChosen();
        event.consume();
      }
      case ESCAPE -> {
        if (chats.query().get().isEmpty()) list.requestFocus();
      }
      default -> {}
    }
  }

  private void listKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      openChosen();
      event.consume();
    } else if (event.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() == 0) {
      search();
      event.consume();
    }
  }

  /** Selects the first line from there on that is not a heading. */
  private void select(int from, int step) {
    for (int i = from; i >= 0 && i < list.getItems().size(); i += step) {
      if (list.getItems().get(i) instanceof ChatItem.Heading) continue;
      list.getSelectionModel().select(i);
      list.getFocusModel().focus(i);
      return;
    }
  }

  private void openChosen() {
    var chosen = list.getSelectionModel().getSelectedItem();
    if (chosen == null) return;
    switch (chosen) {
      case ChatItem.Heading _ -> {}
      case ChatItem.Chat chat -> open(chat.id());
      case ChatItem.Person person -> people.converse(person.peer().id(), this::open);
      case ChatItem.Hit hit -> {
        chats.query().set("");
        jumper.accept(hit.message());
      }
    }
  }

  private void open(ConversationId id) {
    chats.query().set("");
    opener.accept(id);
  }

  /** The row under the cursor, else the open conversation, stays selected wherever it moves. */
  private void mark(Object wanted) {
    for (int i = 0; i < list.getItems().size(); i++) {
      if (identity(list.getItems().get(i)).equals(wanted)) {
        list.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
    list.getSelectionModel().clearSelection();
  }

  private static Object identity(ChatItem item) {
    return switch (item) {
      case ChatItem.Heading heading -> heading.kind();
      case ChatItem.Chat chat -> chat.id();
      case ChatItem.Person person -> person.peer().id();
      case ChatItem.Hit hit -> hit.message().id();
    };
  }
}
