package paloma.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.settings.Words;
import paloma.work.Tasks;

/**
 * The window at its place while the messenger opens behind it: the mark and the name in plain
 * colours, for style sheets and controls take longer than everything else. Meanwhile the JavaFX
 * thread reads fonts and styles. The methods may be called from any thread.
 */
public final class Cover {
  static final double LEAST_WIDTH = 360;
  static final double LEAST_HEIGHT = 480;

  private static final int MARK = 64;

  /** The window as people see it: what it is made of afterwards. JavaFX thread only. */
  record Window(Stage stage, Scene scene, Theme theme) {}

  /** Done on the JavaFX thread once it runs. */
  private static final AtomicReference<CompletableFuture<Void>> TOOLKIT = new AtomicReference<>();

  private final Settings settings;
  private final CompletableFuture<Void> shown = new CompletableFuture<>();
  private final CompletableFuture<Window> ready = new CompletableFuture<>();

  private Cover(Settings settings) {
    this.settings = settings;
  }

  /** Begins to start JavaFX and returns at once: there is going to be a window. */
  public static void expected(Tasks tasks) {
    toolkit(tasks);
  }

  private static CompletableFuture<Void> toolkit(Tasks tasks) {
    var started = new CompletableFuture<Void>();
    if (!TOOLKIT.compareAndSet(null, started)) return TOOLKIT.get();
    try {
      Platform.runLater(() -> started.complete(null)); // tests have started it
    } catch (IllegalStateException e) {
      tasks.listen("javafx", () -> PalomaApplication.run(started));
    }
    return started;
  }

  /**
   * Shows the window and returns at once.
   *
   * @param quit ends the program: somebody closed the window before there was more in it
   */
  public static Cover show(Settings settings, Tasks tasks, Runnable quit) {
    return begun(settings, true, tasks, quit);
  }

  /** The same without showing it: a start at login opens no window in anybody's face. */
  public static Cover unseen(Settings settings, Tasks tasks, Runnable quit) {
    return begun(settings, false, tasks, quit);
  }

  private static Cover begun(Settings settings, boolean seen, Tasks tasks, Runnable quit) {
    var cover = new Cover(settings);
    Runnable end = () -> tasks.start("quit", quit::run);
    toolkit(tasks).thenRun(() -> Platform.runLater(() -> cover.begin(seen, end)));
    return cover;
  }

  private void begin(boolean seen, Runnable quit) {
    try {
      Platform.setImplicitExit(false);
      var stage = new Stage();
      var scene = new Scene(plain(), LEAST_WIDTH, LEAST_HEIGHT);
      scene.setFill(canvas());
      stage.setScene(scene);
      stage.setTitle("Paloma");
      stage.setMinWidth(LEAST_WIDTH);
      stage.setMinHeight(LEAST_HEIGHT);
      WindowPlace.restore(stage, settings);
      stage.setOnCloseRequest(event -> {
        event.consume();
        quit.run();
      });
      if (seen) stage.show();
      // After the first frame, and before what waits for the messenger.
      Platform.runLater(() ->
          Platform.runLater(() -> {
            shown.complete(null);
            prepare(stage, scene);
          }));
    } catch (RuntimeException | Error e) {
      shown.completeExceptionally(e);
      ready.completeExceptionally(e);
      throw e;
    }
  }

  private void prepare(Stage stage, Scene scene) {
    var theme = new Theme(Words.of(settings).language().locale());
    theme.modeProperty().set(Dress.mode(settings.get(Setting.THEME)));
    theme.scaleProperty().set(settings.get(Setting.TEXT_SCALE) / 100.0);
    theme.start();
    PageStyles.put(theme, scene);
    scene.getRoot().applyCss();
    ready.complete(new Window(stage, scene, theme));
  }

  private VBox plain() {
    var url = Cover.class.getResource("/icons/paloma-" + 2 * MARK + ".png").toString();
    var mark = new ImageView(new Image(url, MARK, MARK, true, true));
    var name = new Text("Paloma");
    name.setFont(Font.font(22));
    name.setFill(dark() ? Color.web("#E5EAEC") : Color.web("#182125"));
    var root = new VBox(14, mark, name);
    root.setAlignment(Pos.CENTER);
    return root;
  }

  private Color canvas() {
    return dark() ? Color.web("#12181A") : Color.web("#F3F5F6");
  }

  private boolean dark() {
    return Theme.dark(Dress.mode(settings.get(Setting.THEME)));
  }

  /** Waits for the first frame. Whatever a small machine does before that, the person waits for. */
  public void await() throws InterruptedException {
    try {
      shown.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("no window", e.getCause());
    }
  }

  /** The window below the cover, when it is prepared. */
  CompletableFuture<Window> ready() {
    return ready;
  }

  /** Takes the window away: the messenger could not be opened. */
  public void close() {
    ready.thenAccept(window -> Platform.runLater(window.stage::hide));
  }
}
