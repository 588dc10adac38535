package paloma.bench;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The least a JavaFX program can be: a window with a word in it. */
public final class BareWindow extends Application {
  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new StackPane(new Label("Paloma")), 900, 600));
    stage.show();
  }

  public static void main(String[] arguments) {
    launch(arguments);
  }
}
