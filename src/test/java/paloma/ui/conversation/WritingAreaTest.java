package paloma.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Emoji in the text that is being written. */
final class WritingAreaTest {
  private final SimpleStringProperty draft = new SimpleStringProperty("");

  @BeforeAll
  static void startJavaFx() {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException e) {
      // Another test of this JVM started it already.
    }
    Platform.setImplicitExit(false);
  }

  @Test
  void theDraftIsTheTextAndOneKeyTakesAWholeEmoji() throws Exception {
    onFx(() -> {
      var area = new WritingArea();
      area.bind(draft);
      area.replaceSelection("ok ");
      area.replaceSelection("👍🏽");
      area.replaceSelection("!");
      assertThat(draft.get()).isEqualTo("ok 👍🏽!");
      assertThat(area.getCaretPosition()).isEqualTo(5);
      area.deletePreviousChar();
      area.deletePreviousChar();
      assertThat(draft.get()).isEqualTo("ok ");
      area.undo();
      assertThat(draft.get()).contains("👍🏽");
      draft.set("back 🎉🎉");
      assertThat(area.getText()).hasSize(7);
      area.selectAll();
      area.cut();
      assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("back 🎉🎉");
      assertThat(draft.get()).isEmpty();
      return null;
    });
  }

  @Test
  void eachEmojiIsCoveredByItsPicture() throws Exception {
    var layer =
        onFx(() -> {
          var area = new WritingArea();
          var made = new EmojiLayer(area);
          made.start();
          area.replaceSelection("a 😀 and 🎉");
          var stage = new Stage();
          stage.setScene(new Scene(new StackPane(area, made), 300, 100));
          stage.show();
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          stage.hide();
          return made;
        });
    var covers = layer.getChildren();
    assertThat(covers).hasSize(2);
    assertThat(covers.get(0).getLayoutX()).isLessThan(covers.get(1).getLayoutX());
  }

  private static <T> T onFx(Callable<T> action) throws Exception {
    var task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get(20, TimeUnit.SECONDS);
  }
}
