package paloma.ui.people;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Peer;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.EmptyState;
import paloma.ui.parts.Icon;
import paloma.ui.parts.PalomaMark;
import paloma.ui.parts.SearchField;
import paloma.ui.wording.Wording;

/** The tree of colleagues at the left, the card of the chosen one at the right. */
public final class PeopleView extends HBox {
  private final PeopleViewModel people;
  private final Wording wording;
  private final Consumer<Peer> message;
  private final Consumer<List<DeviceId>> gather;
  private final BooleanProperty narrow = new SimpleBooleanProperty();
  private final SearchField search;
  private final ListView<PeopleTree.Line> list = new ListView<>();
  private final VBox tree = new VBox();
  private final StackPane card = new StackPane();
  private final Consumer<ConversationId> opener;
  private boolean selecting;

  /**
   * @param message begins a conversation with somebody
   * @param gather begins a group of several
   * @param opener shows a conversation
   */
  public PeopleView(
      PeopleViewModel people,
      Wording wording,
      Consumer<Peer> message,
      Consumer<List<DeviceId>> gather,
      Consumer<ConversationId> opener) {
    this.opener = opener;
    this.people = people;
    this.wording = wording;
    this.message = message;
    this.gather = gather;
    search = new SearchField(wording.say("window.people.search"), "");
    getStyleClass().add("people");
    tree.getStyleClass().add("people-tree");
    card.getStyleClass().add("people-card");
    HBox.setHgrow(card, Priority.ALWAYS);
    build();
    people.chosen().addListener(_ -> arrange());
    people.marked().addListener((Observable _) -> arrange());
    narrow.addListener(_ -> arrange());
    arrange();
  }

  /** One column: the card takes the place of the tree. */
  public BooleanProperty narrowProperty() {
    return narrow;
  }

  public void search() {
    search.field().requestFocus();
    search.field().selectAll();
  }

  /** Leaves the card, if it is all that is shown. */
  public boolean back() {
    if (several()) {
      choosesNobody();
      return true;
    }
    if (!narrow.get() || people.chosen().get() == null) return false;
    people.chosen().set(null);
    list.requestFocus();
    return true;
  }

  private void build() {
    search.textProperty().bindBidirectional(people.query());
    search.field().addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    var chips = new PeopleChips(people, wording, opener);
    var head = new VBox(8, search, chips);
    head.getStyleClass().add("zone-head");

    list.setItems(people.lines());
    list.getStyleClass().add("rows");
    list.setAccessibleText(wording.say("window.rail.people"));
    list.setCellFactory(_ -> new PersonCell(people, wording, message));
    var nothing = new Label();
    nothing.setWrapText(true);
    nothing.getStyleClass().add("second");
    nothing
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> wording.say("window.search.nothing", people.query().get().strip()),
                people.query()));
    list.setPlaceholder(new EmptyState(Icon.of("search", 32), "", "", nothing));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.getSelectionModel().getSelectedItems().addListener((Observable _) -> mark());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, line) -> {
          // In one column the card hides the tree: there it wants a click.
          if (line instanceof PeopleTree.Person person && !narrow.get()) {
            people.chosen().set(person.peer());
          }
        });
    list.setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY
          && list.getSelectionModel().getSelectedItem() instanceof PeopleTree.Person person) {
        people.chosen().set(person.peer());
      }
    });
    people.lines().addListener((javafx.beans.Observable _) -> selectChosen());
    VBox.setVgrow(list, Priority.ALWAYS);
    tree.getChildren().addAll(head, list, new PickedBar(people, wording, gather));
    people
        .picked()
        .addListener(
            (SetChangeListener<DeviceId>)
                _ -> {
                  list.refresh();
                  mark();
                });
  }

  private void searchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
      boolean open = event.getCode() == KeyCode.ENTER;
      for (int i = 0; i < list.getItems().size(); i++) {
        if (list.getItems().get(i) instanceof PeopleTree.Person person) {
          list.getSelectionModel().clearAndSelect(i);
          list.getFocusModel().focus(i);
          list.requestFocus();
          if (open && !people.query().get().isBlank()) message.accept(person.peer());
          break;
        }
      }
      event.consume();
    }
  }

  private void listKey(KeyEvent event) {
    var line = list.getSelectionModel().getSelectedItem();
    switch (line) {
      case PeopleTree.Person person when event.getCode() == KeyCode.SPACE -> {
        people.pick(person.peer().id());
        event.consume();
      }
      case PeopleTree.Person person when event.getCode() == KeyCode.ENTER -> {
        message.accept(person.peer());
        event.consume();
      }
      case PeopleTree.Department department
          when event.getCode() == KeyCode.ENTER
              || event.getCode() == KeyCode.SPACE
              || event.getCode() == KeyCode.LEFT && department.open()
              || event.getCode() == KeyCode.RIGHT && !department.open() -> {
        int index = list.getSelectionModel().getSelectedIndex();
        people.toggle(department.name());
        list.getSelectionModel().clearAndSelect(index);
        event.consume();
      }
      case null, default -> {}
    }
  }

  private void choosesNobody() {
    people.picked().clear();
    list.getSelectionModel().clearSelection();
  }

  private boolean several() {
    return people.marked().size() > 1;
  }

  /** Those who are picked, or else the people among the selected lines, while there are several. */
  private void mark() {
    if (selecting) return;
    var picked = people.pickedPeople();
    var all =
        picked.size() > 1
            ? picked
            : list.getSelectionModel().getSelectedItems().stream()
                .filter(PeopleTree.Person.class::isInstance)
                .map(line -> ((PeopleTree.Person) line).peer())
                .toList();
    var wanted = all.size() > 1 ? all : List.<Peer>of();
    if (!wanted.equals(people.marked())) people.marked().setAll(wanted);
  }

  /** Lines move while people come and go: those who were selected stay so. */
  private void selectMarked() {
    var ids = people.marked().stream().map(Peer::id).toList();
    selecting = true;
    list.getSelectionModel().clearSelection();
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i) instanceof PeopleTree.Person person
          && ids.contains(person.peer().id())) {
        list.getSelectionModel().select(i);
      }
    }
    selecting = false;
  }

  private void selectChosen() {
    if (several()) {
      if (people.picked().isEmpty()) selectMarked();
      return;
    }
    var peer = people.chosen().get();
    if (peer == null) return;
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i) instanceof PeopleTree.Person person
          && person.peer().id().equals(peer.id())) {
        list.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
  }

  private void arrange() {
    if (several()) {
      HBox.setHgrow(tree, Priority.NEVER);
      if (narrow.get()) {
        card.getChildren().setAll(new VBox(8, backButton(), severalCard()));
        getChildren().setAll(card);
      } else {
        card.getChildren().setAll(severalCard());
        getChildren().setAll(tree, card);
      }
      return;
    }
    var peer = people.chosen().get();
    if (!narrow.get()) {
      card.getChildren().setAll(peer == null ? nobody() : card(peer));
      HBox.setHgrow(tree, Priority.NEVER);
      getChildren().setAll(tree, card);
    } else if (peer == null) {
      HBox.setHgrow(tree, Priority.ALWAYS);
      getChildren().setAll(tree);
    } else {
      card.getChildren().setAll(new VBox(8, backButton(), card(peer)));
      getChildren().setAll(card);
    }
  }

  private Node backButton() {
    return Buttons.icon("arrow_left", wording.say("window.back"), this::back);
  }

  private Node nobody() {
    return new EmptyState(PalomaMark.plain(64), wording.say("window.people.choose"), "");
  }

  private Node severalCard() {
    return new SeveralCard(
        List.copyOf(people.marked()),
        people.several(),
        wording,
        (to, text) -> people.sayToEach(to, text, this::choosesNobody),
        to -> {
          gather.accept(to.stream().map(Peer::id).toList());
          choosesNobody();
        });
  }

  private Node card(Peer peer) {
    return new PersonCard(peer, wording, message, trust -> people.trust(peer.id(), trust));
  }
}
