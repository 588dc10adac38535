package paloma.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * How JavaFX is started where there is going to be a window. It opens none itself; window systems
 * call the program's windows by the name of this class, which menu entries refer to.
 */
public final class PalomaApplication extends Application {
  private static final AtomicReference<CompletableFuture<Void>> STARTED = new AtomicReference<>();

  /** Starts JavaFX and keeps the calling thread as long as it runs. */
  static void run(CompletableFuture<Void> started) throws InterruptedException {
    STARTED.set(started);
    try {
      Application.launch(PalomaApplication.class);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof InterruptedException) throw new InterruptedException();
      started.completeExceptionally(e);
      throw e;
    }
  }

  @Override
  public void start(Stage unused) {
    STARTED.get().complete(null);
  }
}
