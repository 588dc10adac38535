package paloma.ui.shell;

import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import paloma.ui.parts.Buttons;
import paloma.ui.parts.Icon;
import paloma.ui.parts.PalomaMark;
import paloma.ui.wording.Wording;

/** Toasts in the lower right corner, the newest at the bottom. */
final class ToastCorner extends VBox {
  /** Long enough to read two lines. */
  private static final Duration STAY = Duration.seconds(6);

  private final ObservableList<Toast> toasts;
  private final Wording wording;

  ToastCorner(ObservableList<Toast> toasts, Wording wording) {
    super(8);
    this.toasts = toasts;
    this.wording = wording;
    getStyleClass().add("toasts");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
    toasts.addListener((Observable _) -> show());
    show();
  }

  private void show() {
    getChildren().setAll(toasts.stream().map(this::toast).toList());
  }

  private Node toast(Toast toast) {
    var says = new Label(toast.says());
    says.getStyleClass().add("strong");
    says.setWrapText(true);
    var texts = new VBox(2, says);
    if (!toast.hint().isEmpty()) {
      var hint = new Label(toast.hint());
      hint.setWrapText(true);
      texts.getChildren().add(hint);
    }
    texts.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(texts, Priority.ALWAYS);
    Node icon =
        switch (toast.kind()) {
          case NEWS -> new PalomaMark(20);
          case TROUBLE -> Icon.filled("warning", 20).with("warn");
        };
    var close = Buttons.icon("dismiss", wording.say("window.close"), () -> toasts.remove(toast));
    var box = new HBox(12, icon, texts, close);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().addAll("toast", "popup-surface");
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(wording.joined(toast.says(), toast.hint()));
    switch (toast.kind()) {
      case TROUBLE -> {}
      case NEWS -> {
        box.setOnMouseClicked(_ -> {
          toasts.remove(toast);
          toast.clicked().run();
        });
        var wait = new PauseTransition(STAY);
        wait.setOnFinished(_ -> toasts.remove(toast));
        wait.play();
      }
    }
    return box;
  }
}
