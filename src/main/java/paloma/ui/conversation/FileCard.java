package paloma.ui.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.ui.files.FileIcons;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.Phrases;

/** One offer: tile, name, one line of state and the buttons that are legal now. */
final class FileCard extends HBox {
  private final CardLook look;
  private final Phrases words;
  private final Consumer<CardLook.Act> act;

  FileCard(CardLook look, boolean own, Phrases words, Consumer<CardLook.Act> act) {
    this.look = look;
    this.words = words;
    this.act = act;
    getStyleClass().addAll("bubble", "file-card", own ? "own" : "other", mood());
    var column = new VBox(name());
    column.getStyleClass().add("column");
    column.setMinWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
    if (look.progress() >= 0) column.getChildren().add(bar());
    column.getChildren().add(line());
    getChildren().addAll(tile(), column);
    getChildren().addAll(buttons());
    setAccessibleText(look.title() + ", " + look.line());
  }

  private String mood() {
    return look.mood().name().toLowerCase(Locale.ROOT);
  }

  private Node tile() {
    var tile = new StackPane(Icon.of(FileIcons.of(look.title(), look.folder()), 24));
    tile.getStyleClass().add("tile");
    return tile;
  }

  private Label name() {
    var name = new Label(look.title());
    name.getStyleClass().addAll("strong", "name");
    return name;
  }

  private Node bar() {
    var bar = new ProgressBar(look.progress());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(look.line());
    return bar;
  }

  private Node line() {
    var line = new Label(look.line());
    line.getStyleClass().addAll("small", "second", "line");
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    if (look.icon() != null) {
      boolean plain = look.icon().equals("clock");
      line.setGraphic(plain ? Icon.of("clock", 16) : Icon.filled(look.icon(), 16));
    }
    return line;
  }

  private List<Node> buttons() {
    var nodes = new ArrayList<Node>();
    if (look.first()) {
      nodes.add(more(look.acts().subList(1, look.acts().size())));
      nodes.add(
          Buttons.small(Buttons.primary(say(look.acts().getFirst()), run(look.acts().getFirst()))));
      return nodes;
    }
    for (var one : look.acts()) nodes.add(button(one));
    return nodes;
  }

  private Node button(CardLook.Act one) {
    return switch (one) {
      case CANCEL -> Buttons.icon("dismiss", say(one), run(one));
      case SHOW -> Buttons.icon("folder_open", say(one), run(one));
      case SAVE, SAVE_AS, DECLINE, OPEN, AGAIN, ELSEWHERE, SAVE_AFTER_ALL ->
          Buttons.small(Buttons.outlined(say(one), run(one)));
    };
  }

  private Node more(List<CardLook.Act> rest) {
    var menu = new ContextMenu();
    for (var one : rest) {
      var item = new MenuItem(say(one));
      item.setOnAction(_ -> act.accept(one));
      menu.getItems().add(item);
    }
    var button = Buttons.icon("more_horizontal", words.say("card.act.more"), () -> {});
    button.setOnAction(_ -> menu.show(button, Side.BOTTOM, 0, 4));
    return button;
  }

  private Runnable run(CardLook.Act one) {
    return () -> act.accept(one);
  }

  private String say(CardLook.Act one) {
    return words.say("card.act." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
