package paloma.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import paloma.ui.Theme;

/** A look can be computed without a window being shown. */
final class ButtonLookTest {
  @Test
  void aButtonThatCanBePressedAgainHasItsWordsBack() throws Exception {
    var fills = new CompletableFuture<Color[]>();
    onFx(() -> {
      var button = Buttons.primary("Send", () -> {});
      var scene = new Scene(new StackPane(button), 200, 100);
      new Theme(Locale.ENGLISH).apply(scene);
      var before = fill(button);
      button.setDisable(true);
      fill(button);
      button.setDisable(false);
      fills.complete(new Color[] {before, fill(button)});
    });
    var seen = fills.get(20, TimeUnit.SECONDS);
    assertThat(seen[0]).isEqualTo(Color.WHITE);
    assertThat(seen[1]).isEqualTo(seen[0]);
  }

  private static Color fill(Button button) {
    button.getScene().getRoot().applyCss();
    button.getScene().getRoot().layout();
    var words = (Text) button.lookup(".text");
    return (Color) words.getFill();
  }

  private static void onFx(Runnable task) {
    try {
      Platform.startup(task);
    } catch (IllegalStateException e) {
      Platform.runLater(task);
    }
  }
}
