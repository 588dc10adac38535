package paloma.ui.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import paloma.model.NameMatch;
import paloma.model.Peer;
import paloma.model.Pinyin;
import paloma.model.Trust;
import paloma.ui.parts.Avatar;
import paloma.ui.parts.Icon;
import paloma.ui.parts.SafeText;
import paloma.ui.wording.Wording;

/**
 * Whom an @ in the words may call: opens above them while somebody types a name, pinyin or initials
 * behind it. The focus stays in the words; their keys are shown to {@link #key} first.
 */
final class MentionPicker extends StackPane {
  private static final int ROW = 40;
  private static final int MOST_ROWS = 6;

  /** A longer word behind an @ is no name. */
  private static final int LONGEST = 32;

  /** Somebody to call; null calls everybody. */
  private record Choice(Peer peer) {}

  private final WritingArea area;
  private final ConversationViewModel model;
  private final Wording words;
  private final NameMatch match = new NameMatch(Pinyin.shared());
  private final ListView<Choice> list = new ListView<>();
  private int at = -1;
  private int left = -1;

  MentionPicker(WritingArea area, ConversationViewModel model, Wording words) {
    this.area = area;
    this.model = model;
    this.words = words;
    getStyleClass().addAll("popup-surface", "mention-picker");
    list.getStyleClass().add("rows");
    list.setFocusTraversable(false);
    list.setAccessibleText(words.say("mention.title"));
    list.setCellFactory(_ -> new Cell());
    list.setFixedCellSize(ROW);
    getChildren().add(list);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setVisible(false);
  }

  void start() {
    area.textProperty().addListener(_ -> look());
    area.caretPositionProperty().addListener(_ -> look());
    area.focusedProperty().addListener(_ -> look());
  }

  /** Opens, filters or closes as the words before the caret want it. */
  private void look() {
    at = area.isFocused() && model.party().role().isPresent() ? begun() : -1;
    if (at < 0 || at == left) {
      if (at < 0) left = -1;
      setVisible(false);
      return;
    }
    var typed = area.getText().substring(at + 1, area.getCaretPosition());
    var found = found(typed);
    if (!found.equals(list.getItems())) {
      list.getItems().setAll(found);
      list.getSelectionModel().select(0);
      list.scrollTo(0);
    }
    list.setPrefHeight(Math.min(MOST_ROWS, found.size()) * ROW + 2);
    setVisible(!found.isEmpty());
  }

  /** Where the @ stands that the caret is behind; -1 for none. */
  private int begun() {
    var text = area.getText();
    int caret = Math.min(area.getCaretPosition(), text.length());
    for (int i = caret - 1; i >= Math.max(0, caret - LONGEST); i--) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) return -1;
      if (c != '@') continue;
      boolean address =
          i > 0 && text.charAt(i - 1) < 0x250 && Character.isLetterOrDigit(text.charAt(i - 1));
      return address ? -1 : i;
    }
    return -1;
  }

  private List<Choice> found(String typed) {
    var found = new ArrayList<Choice>();
    var all = words.say("mention.all");
    boolean everybody =
        match.matches(all, typed) || Calls.everybody().stream().anyMatch(w -> w.startsWith(typed));
    if (everybody) found.add(new Choice(null));
    model.party().others().stream()
        .filter(p -> p.trust() != Trust.BLOCKED && match.matches(p.name(), typed))
        .sorted(
            Comparator.comparing((Peer p) -> !p.present())
                .thenComparing(p -> Pinyin.shared().sortKey(p.name())))
        .map(Choice::new)
        .forEach(found::add);
    // Whoever typed a part of a name means that person; calling everybody wants the whole word.
    if (everybody && !typed.isEmpty() && !all.equalsIgnoreCase(typed)) {
      found.add(found.removeFirst());
    }
    return found;
  }

  /** A key pressed in the words; whether it was meant for what is open here. */
  boolean key(KeyEvent event) {
    if (!isVisible()) return false;
    switch (event.getCode()) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case ENTER, TAB -> call(list.getSelectionModel().getSelectedItem());
      case ESCAPE -> {
        left = at;
        setVisible(false);
      }
      default -> {
        return false;
      }
    }
    event.consume();
    return true;
  }

  private void move(int by) {
    int size = list.getItems().size();
    int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
    list.getSelectionModel().clearAndSelect(next);
    list.scrollTo(Math.max(0, next - MOST_ROWS + 1));
  }

  private void call(Choice choice) {
    if (choice == null || at < 0) return;
    var name = choice.peer() == null ? words.say("mention.all") : choice.peer().name();
    if (choice.peer() != null) model.writing().picked().put(name, choice.peer().id());
    area.replaceText(at, area.getCaretPosition(), "@" + name + " ");
    area.requestFocus();
  }

  private final class Cell extends ListCell<Choice> {
    Cell() {
      getStyleClass().add("mention-cell");
      setPrefWidth(0);
      // Before the list takes the focus away from the words.
      addEventFilter(
          MouseEvent.MOUSE_PRESSED,
          e -> {
            if (getItem() != null && e.getButton() == MouseButton.PRIMARY) call(getItem());
            e.consume();
          });
    }

    @Override
    protected void updateItem(Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      setGraphic(empty || choice == null ? null : row(choice.peer()));
    }

    private Node row(Peer peer) {
      var row = new HBox(10);
      row.setAlignment(Pos.CENTER_LEFT);
      if (peer == null) {
        var icon = new StackPane(Icon.of("mention"));
        icon.setPrefWidth(24);
        row.getChildren().addAll(icon, new Label(words.say("mention.everybody")));
        return row;
      }
      var avatar = Avatar.person(peer.name(), 24);
      avatar.setPresence(peer.presence());
      var about = new Label(SafeText.name(peer.profile().department()));
      about.getStyleClass().addAll("small", "second");
      about.setMinWidth(0);
      row.getChildren().addAll(avatar, new Label(SafeText.name(peer.name())), about);
      return row;
    }
  }
}
