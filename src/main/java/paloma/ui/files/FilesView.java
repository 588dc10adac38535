package paloma.ui.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import paloma.model.DeviceId;
import paloma.model.Transfer;
import paloma.platform.FileOpener;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.EmptyState;
import paloma.ui.parts.Icon;
import paloma.ui.parts.LockLabel;
import paloma.ui.wording.Wording;

/** The page of all transfers. */
public final class FilesView extends VBox implements TransferCell.Acts {
  private final FilesViewModel files;
  private final Wording wording;
  private final FileOpener opener;
  private final Supplier<Optional<Path>> folderChooser;

  /**
   * @param names whom a device belongs to
   * @param downloads where received files go, as it is shown
   * @param folderChooser asks for a folder; empty when somebody changed their mind
   * @param change leads to where the download folder is set
   * @param lock what is said, instead of a change, when the office has decided the folder
   */
  public FilesView(
      FilesViewModel files,
      Wording wording,
      Function<DeviceId, String> names,
      FileOpener opener,
      ObservableValue<String> downloads,
      Supplier<Optional<Path>> folderChooser,
      Runnable change,
      Optional<String> lock) {
    this.files = files;
    this.wording = wording;
    this.opener = opener;
    this.folderChooser = folderChooser;
    getStyleClass().add("files");
    var list = new ListView<>(files.lines());
    list.getStyleClass().add("rows");
    list.setAccessibleText(wording.say("window.rail.files"));
    list.setCellFactory(_ -> new TransferCell(wording, names, this));
    list.setPlaceholder(
        new EmptyState(Icon.of("arrow_sort", 64), wording.say("window.files.empty"), ""));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(header(), list, footer(downloads, change, lock));
  }

  private Node header() {
    var title = new Label(wording.say("window.rail.files"));
    title.getStyleClass().add("title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    var group = new ToggleGroup();
    var header =
        new HBox(
            8,
            title,
            chip(group, FilesViewModel.Filter.ALL, "window.files.all", null),
            chip(group, FilesViewModel.Filter.IN, "window.files.receiving", files.incoming()),
            chip(group, FilesViewModel.Filter.OUT, "window.files.sending", files.outgoing()),
            space(),
            rate("arrow_download", files.rateIn()),
            rate("arrow_upload", files.rateOut()));
    header.getStyleClass().add("page-head");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private Node chip(
      ToggleGroup group, FilesViewModel.Filter filter, String key, ReadOnlyIntegerProperty count) {
    var chip = Buttons.chip(wording.say(key));
    if (count != null) {
      chip.textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> wording.say(key) + (count.get() == 0 ? "" : " " + count.get()), count));
    }
    chip.setToggleGroup(group);
    chip.setSelected(filter == files.filter().get());
    chip.setOnAction(_ -> {
      chip.setSelected(true);
      files.filter().set(filter);
    });
    return chip;
  }

  private Node rate(String icon, ReadOnlyLongProperty rate) {
    var label = new Label();
    label.getStyleClass().addAll("small", "strong");
    label.setGraphic(Icon.of(icon, 16));
    label.textProperty().bind(Bindings.createStringBinding(() -> wording.rate(rate.get()), rate));
    label.visibleProperty().bind(rate.greaterThan(0));
    label.managedProperty().bind(label.visibleProperty());
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private Node footer(ObservableValue<String> downloads, Runnable change, Optional<String> lock) {
    var where = new Label(wording.say("window.files.go-to"));
    where.getStyleClass().addAll("small", "second");
    where.setMinWidth(Region.USE_PREF_SIZE);
    var folder = new Label();
    folder.getStyleClass().addAll("small", "strong");
    folder.textProperty().bind(downloads);
    folder.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    folder.setMinWidth(0);
    var footer =
        new HBox(
            8,
            Icon.of("folder", 16),
            where,
            folder,
            space(),
            lock.<Node>map(this::locked)
                .orElseGet(() -> Buttons.quiet(wording.say("window.files.change"), change)));
    footer.getStyleClass().add("page-foot");
    footer.setAlignment(Pos.CENTER_LEFT);
    return footer;
  }

  /** Short, for there is little room; why, on the page of settings and to whoever points at it. */
  private Node locked(String why) {
    var label = new LockLabel(wording.locked(Optional.empty()), why);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Region space() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  @Override
  public void save(Transfer transfer) {
    files.accept(transfer.offer(), null);
  }

  @Override
  public void saveElsewhere(Transfer transfer) {
    folderChooser.get().ifPresent(folder -> files.accept(transfer.offer(), folder));
  }

  @Override
  public void decline(Transfer transfer) {
    files.decline(transfer.offer());
  }

  @Override
  public void cancel(Transfer transfer) {
    files.cancel(transfer.offer());
  }

  @Override
  public void open(Transfer transfer) {
    opener.open(transfer.path());
  }

  @Override
  public void show(Transfer transfer) {
    opener.show(transfer.path());
  }
}
