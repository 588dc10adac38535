package paloma.ui.update;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import paloma.model.DeviceId;
import paloma.model.Installing.Outcome;
import paloma.model.Update;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.wording.Wording;

/** An update in one quiet strip: what it is, who passed it on, and the legal buttons only. */
public final class UpdateView extends HBox {
  /** Below this the longest button and half a line do not fit beside each other. */
  private static final double NARROW = 520;

  private final UpdateViewModel model;
  private final Wording wording;
  private final Function<DeviceId, String> names;
  private final Consumer<String> clipboard;
  private final boolean banner;
  private final ProgressBar bar = new ProgressBar();
  private final Label line = new Label();
  private final HBox buttons = new HBox(8);
  private final VBox texts = new VBox(4);
  private Node icon;
  private Update shown;

  /**
   * @param clipboard takes a command that somebody has to type
   * @param banner whether it can be put off: above the pages, not among the settings
   */
  public UpdateView(
      UpdateViewModel model,
      Wording wording,
      Function<DeviceId, String> names,
      Consumer<String> clipboard,
      boolean banner) {
    super(12);
    this.model = model;
    this.wording = wording;
    this.names = names;
    this.clipboard = clipboard;
    this.banner = banner;
    getStyleClass().addAll("update", banner ? "strip" : "card");
    buttons.setMinWidth(USE_PREF_SIZE);
    buttons.setAlignment(Pos.CENTER_LEFT);
    texts.setAlignment(Pos.CENTER_LEFT);
    texts.setMinWidth(0);
    HBox.setHgrow(texts, Priority.ALWAYS);
    setAccessibleRole(AccessibleRole.TEXT);
    bar.getStyleClass().add("thin");
    bar.setMaxWidth(Double.MAX_VALUE);
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    var there = banner ? model.wanted() : model.update().isNotNull();
    visibleProperty().bind(there);
    managedProperty().bind(there);
    widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(narrow -> arrange(narrow));
    model.update().subscribe(this::show);
    model.outcome().subscribe(_ -> build(model.update().get()));
  }

  /** While bytes come only the bar moves: a button keeps its focus. */
  private void show(Update update) {
    boolean same =
        update != null
            && shown != null
            && update.state() == shown.state()
            && update.release().equals(shown.release())
            && update.state() == Update.State.DOWNLOADING;
    if (same) {
      progress(update);
    } else {
      build(update);
    }
    shown = update;
  }

  private void build(Update update) {
    if (update == null) {
      icon = null;
      getChildren().clear();
      return;
    }
    var what = update.state() == Update.State.REFUSED ? "refused" : "here";
    var title = new Label(wording.say("window.update." + what, update.release().version()));
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    line.getStyleClass().setAll("label", "small", troubled(update) ? "danger" : "second");
    texts.getChildren().setAll(title, line);
    if (update.state() == Update.State.DOWNLOADING) texts.getChildren().add(1, bar);
    progress(update);
    buttons.getChildren().setAll(buttons(update));
    icon = icon(update);
    arrange(getWidth() < NARROW);
    setAccessibleText(wording.joined(title.getText(), line.getText()));
  }

  /** Where there is no room beside the words, the buttons stand below them. */
  private void arrange(boolean narrow) {
    if (icon == null) return;
    texts.getChildren().remove(buttons);
    if (narrow) {
      getChildren().setAll(icon, texts);
      texts.getChildren().add(buttons);
    } else {
      getChildren().setAll(icon, texts, buttons);
    }
    setAlignment(narrow ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
  }

  private void progress(Update update) {
    line.setText(line(update));
    bar.setProgress((double) update.done() / update.release().size());
  }

  private static boolean troubled(Update update) {
    return update.problem() != null;
  }

  private static Node icon(Update update) {
    return troubled(update)
        ? Icon.filled("shield_error", 20).with("danger")
        : Icon.filled("shield_checkmark", 20).with("ok");
  }

  private String line(Update update) {
    if (troubled(update)) {
      var said = wording.problem(update.problem());
      // Chinese and Japanese put no space between sentences.
      return said.says() + (said.says().endsWith("。") ? "" : " ") + said.hint();
    }
    return switch (update.state()) {
      case AVAILABLE -> {
        var what = wording.bytes(update.release().size());
        yield wording.say("window.update.passed-on", names.apply(update.from())) + " · " + what;
      }
      case DOWNLOADING -> wording.part(update.done(), update.release().size()) + from(update);
      case READY -> outcome(update);
      case REFUSED -> "";
    };
  }

  private String from(Update update) {
    return update.from() == null
        ? ""
        : " · " + wording.say("window.update.from", names.apply(update.from()));
  }

  private String outcome(Update update) {
    return switch (model.outcome().get()) {
      case null ->
          wording.say(update.installable() ? "window.update.ready" : "window.update.by-hand");
      case Outcome.Begun _ -> wording.say("window.update.begun");
      case Outcome.Type(var command) -> wording.say("window.update.type", command);
      case Outcome.Shown(var file) -> wording.say("window.update.shown", file.getFileName());
    };
  }

  private List<Node> buttons(Update update) {
    var buttons = new ArrayList<Node>();
    switch (update.state()) {
      case AVAILABLE -> buttons.add(outlined(troubled(update) ? "again" : "get", model::get));
      case DOWNLOADING -> buttons.add(quiet("cancel", model::cancel));
      case READY -> {
        if (model.outcome().get() instanceof Outcome.Type(var command)) {
          buttons.add(outlined("copy", () -> clipboard.accept(command)));
        } else {
          buttons.add(outlined(update.installable() ? "install" : "show", model::install));
        }
      }
      case REFUSED -> {}
    }
    if (update.state() != Update.State.DOWNLOADING) {
      buttons.add(banner ? quiet("later", model::later) : quiet("dismiss", model::dismiss));
    }
    return buttons;
  }

  private Node outlined(String key, Runnable action) {
    return Buttons.outlined(wording.say("window.update." + key), action);
  }

  private Node quiet(String key, Runnable action) {
    return Buttons.quiet(wording.say("window.update." + key), action);
  }
}
