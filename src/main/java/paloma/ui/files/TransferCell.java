package paloma.ui.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import paloma.model.DeviceId;
import paloma.model.Transfer;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** A heading or a transfer on the page of all transfers. */
final class TransferCell extends ListCell<FilesViewModel.Line> {
  /** What the buttons of a row do. */
  interface Acts {
    void save(Transfer transfer);

    void saveElsewhere(Transfer transfer);

    void decline(Transfer transfer);

    void cancel(Transfer transfer);

    void open(Transfer transfer);

    void show(Transfer transfer);
  }

  /** Up to this width who sends to whom has a line of its own. */
  private static final int NARROW = 480;

  private final Wording wording;
  private final TransferLine line;
  private final Function<DeviceId, String> names;
  private final Acts acts;

  TransferCell(Wording wording, Function<DeviceId, String> names, Acts acts) {
    this.wording = wording;
    this.names = names;
    this.acts = acts;
    line = new TransferLine(wording);
    getStyleClass().add("transfer-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(FilesViewModel.Line item, boolean empty) {
    super.updateItem(item, empty);
    getStyleClass().remove("heading");
    setAccessibleText(null);
    setGraphic(
        empty || item == null
            ? null
            : switch (item) {
              case FilesViewModel.Heading heading -> heading(heading);
              case FilesViewModel.Row row -> row(row.transfer());
            });
  }

  private Node heading(FilesViewModel.Heading heading) {
    getStyleClass().add("heading");
    var title =
        new Label(wording.say("window.files." + heading.section().name().toLowerCase(Locale.ROOT)));
    title.getStyleClass().add("strong");
    return title;
  }

  private Node row(Transfer transfer) {
    var peer = names.apply(transfer.peer());
    var title = new Label(line.title(transfer));
    title.getStyleClass().add("strong");
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    var way = new Label(line.way(transfer, peer));
    way.getStyleClass().addAll("small", "second");
    way.setMinWidth(Region.USE_PREF_SIZE);
    shownWhile(way, widthProperty().greaterThan(NARROW));
    var below = new Label(way.getText());
    below.getStyleClass().addAll("small", "second");
    shownWhile(below, widthProperty().lessThanOrEqualTo(NARROW));
    var top = new HBox(8, title, way);
    top.setAlignment(Pos.CENTER_LEFT);

    var state = new Label(line.state(transfer, peer));
    state.getStyleClass().addAll("small", failed(transfer) ? "danger" : "second");
    state.setMinWidth(0);
    state.setWrapText(true);
    var bottom = new HBox(4, mark(transfer), state);
    bottom.setAlignment(Pos.CENTER_LEFT);

    var lines = new VBox(4, top, below);
    double progress = TransferLine.progress(transfer);
    if (progress >= 0) lines.getChildren().add(bar(progress, transfer));
    lines.getChildren().add(bottom);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);

    var buttons = new HBox(4, buttons(transfer).toArray(Node[]::new));
    buttons.getStyleClass().add("acts");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(12, tile(transfer), lines, buttons);
    row.setAlignment(Pos.CENTER_LEFT);
    setAccessibleText(wording.joined(title.getText(), way.getText(), state.getText()));
    return row;
  }

  private static void shownWhile(Node node, ObservableBooleanValue holds) {
    node.visibleProperty().bind(holds);
    node.managedProperty().bind(holds);
  }

  private static boolean failed(Transfer transfer) {
    return transfer.state() == Transfer.State.FAILED;
  }

  private Node tile(Transfer transfer) {
    var name = transfer.names().isEmpty() ? "" : transfer.names().getFirst();
    var icon = Icon.of(FileIcons.of(name, transfer.folder()), 24);
    var tile = new StackPane(icon);
    tile.getStyleClass().add("tile");
    if (failed(transfer)) {
      tile.getStyleClass().add("danger");
      icon.with("danger");
    }
    return tile;
  }

  private static Node mark(Transfer transfer) {
    boolean in = transfer.direction() == Transfer.Direction.IN;
    return switch (transfer.state()) {
      case OFFERED -> in ? Icon.of("arrow_download", 16) : Icon.of("clock", 16);
      case WAITING -> Icon.of("clock", 16);
      case RUNNING -> Icon.of(in ? "arrow_download" : "arrow_upload", 16);
      case PAUSED -> Icon.of("pause", 16);
      case FAILED -> Icon.filled("error_circle", 16).with("danger");
      case FINISHED -> Icon.filled("checkmark_circle", 16).with("ok");
      case DECLINED, CANCELLED -> Icon.of("prohibited", 16);
    };
  }

  private static Node bar(double progress, Transfer transfer) {
    var bar = new ProgressBar(progress);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("thin");
    switch (transfer.state()) {
      case RUNNING, OFFERED, FINISHED, DECLINED, CANCELLED -> {}
      case PAUSED, WAITING -> bar.getStyleClass().add("resting");
      case FAILED -> bar.getStyleClass().add("danger");
    }
    return bar;
  }

  private List<Node> buttons(Transfer transfer) {
    var buttons = new ArrayList<Node>();
    boolean in = transfer.direction() == Transfer.Direction.IN;
    switch (transfer.state()) {
      case OFFERED -> {
        if (in) {
          buttons.add(button("window.files.save", () -> acts.save(transfer)));
          buttons.add(icon("folder_arrow_right", "save-as", () -> acts.saveElsewhere(transfer)));
          buttons.add(icon("dismiss", "decline", () -> acts.decline(transfer)));
        } else {
          buttons.add(button("window.files.withdraw", () -> acts.cancel(transfer)));
        }
      }
      case WAITING, RUNNING, PAUSED ->
          buttons.add(icon("dismiss", "cancel", () -> acts.cancel(transfer)));
      case FAILED -> {
        if (in) {
          buttons.add(button("window.files.elsewhere", () -> acts.saveElsewhere(transfer)));
          buttons.add(icon("dismiss", "cancel", () -> acts.cancel(transfer)));
        }
      }
      case FINISHED -> {
        if (transfer.path() != null) {
          if (in) buttons.add(button("window.files.open", () -> acts.open(transfer)));
          buttons.add(icon("folder_open", "show", () -> acts.show(transfer)));
        }
      }
      case DECLINED, CANCELLED -> {}
    }
    return buttons;
  }

  private Node button(String key, Runnable action) {
    return Buttons.small(Buttons.outlined(wording.say(key), action));
  }

  private Node icon(String icon, String key, Runnable action) {
    return Buttons.icon(icon, wording.say("window.files." + key), action);
  }
}
