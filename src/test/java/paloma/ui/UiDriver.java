package paloma.ui;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** Somebody at the window: presses keys, and looks until something is there. */
final class UiDriver {
  /** A wait that runs out is a failure, never a pause. */
  private static final int PATIENCE_SECONDS = 20;

  /** Presses keys together: the last one is typed while the others are held. */
  void press(KeyCode... keys) throws Exception {
    onFx(() -> {
      var robot = new Robot();
      for (var key : keys) robot.keyPress(key);
      for (int i = keys.length - 1; i >= 0; i--) robot.keyRelease(keys[i]);
      return null;
    });
  }

  /** Types small letters, digits and spaces where the focus is. */
  void type(String text) throws Exception {
    for (var letter : text.split("")) {
      press(
          letter.equals(" ") ? KeyCode.SPACE : KeyCode.getKeyCode(letter.toUpperCase(Locale.ROOT)));
    }
  }

  /** Clicks on a button with these words once it is there. */
  void click(String words) throws Exception {
    await("a button " + words, () -> button(words) != null && button(words).getWidth() > 0);
    onFx(() -> {
      var button = button(words);
      var at = button.localToScreen(button.getBoundsInLocal());
      var robot = new Robot();
      robot.mouseMove(at.getCenterX(), at.getCenterY());
      robot.mouseClick(MouseButton.PRIMARY);
      return null;
    });
  }

  /** Moves the mouse over a node of a style once it is there. */
  void point(String style) throws Exception {
    await(style, () -> find(style) instanceof Region r && r.getWidth() > 0);
    onFx(() -> {
      var node = find(style);
      var at = node.localToScreen(node.getBoundsInLocal());
      new Robot().mouseMove(at.getCenterX(), at.getCenterY());
      return null;
    });
  }

  /** Clicks on a button that shows no words, by what a screen reader says of it. */
  void clickIcon(String says) throws Exception {
    await("a button that says " + says, () -> icon(says) != null && icon(says).getWidth() > 0);
    onFx(() -> {
      var at = icon(says).localToScreen(icon(says).getBoundsInLocal());
      var robot = new Robot();
      robot.mouseMove(at.getCenterX(), at.getCenterY());
      robot.mouseClick(MouseButton.PRIMARY);
      return null;
    });
  }

  private static Button icon(String says) {
    return Window.getWindows().stream()
        .flatMap(w -> w.getScene().getRoot().lookupAll(".icon-button").stream())
        .filter(n -> n instanceof Button b && says.equals(b.getAccessibleText()) && b.isVisible())
        .map(Button.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static Button button(String words) {
    return Window.getWindows().stream()
        .flatMap(w -> w.getScene().getRoot().lookupAll(".p-button").stream())
        .filter(n -> n instanceof Button b && words.equals(b.getText()) && b.isVisible())
        .map(Button.class::cast)
        .findFirst()
        .orElse(null);
  }

  /** A node of a style in the window in front; null for none. */
  static Node find(String style) {
    return Window.getWindows().stream()
        .map(w -> w.getScene().getRoot().lookup(style))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Waits until something holds, looking once a frame. */
  void await(String what, Callable<Boolean> holds) throws Exception {
    var seen = new CompletableFuture<Void>();
    var look =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            try {
              if (holds.call()) {
                stop();
                seen.complete(null);
              }
            } catch (Exception e) {
              stop();
              seen.completeExceptionally(e);
            }
          }
        };
    Platform.runLater(look::start);
    try {
      seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      Platform.runLater(look::stop);
      throw new AssertionError("looked in vain for " + what + " among " + onFx(this::words), e);
    }
  }

  /** Waits until these words can be read in the window. */
  void awaitWords(String words) throws Exception {
    await(words, () -> words().contains(words));
  }

  /** Waits until the focus is on a node of this style. */
  void awaitFocus(String style) throws Exception {
    await(
        "focus on " + style,
        () -> {
          for (Node at = focused(); at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(style)) return true;
          }
          return false;
        });
  }

  private static Node focused() {
    return Window.getWindows().stream()
        .filter(Window::isFocused)
        .map(w -> w.getScene().getFocusOwner())
        .findFirst()
        .orElse(null);
  }

  /** Everything that can be read, in one string. */
  String words() {
    var words = new StringBuilder();
    Window.getWindows().forEach(w -> read(w.getScene().getRoot(), words));
    return words.toString();
  }

  private static void read(Node node, StringBuilder words) {
    if (!node.isVisible()) return;
    switch (node) {
      case Text text -> words.append(text.getText()).append('\n');
      case Labeled labeled -> words.append(labeled.getText()).append('\n');
      default -> {}
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> read(child, words));
    }
  }

  <T> T onFx(Callable<T> action) throws Exception {
    var task = new FutureTask<>(action);
    Platform.runLater(task);
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
