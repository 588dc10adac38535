package paloma.demo;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import paloma.ui.shell.Lane;

/** The JavaFX thread, as another thread uses it that waits for it. */
final class FxThread {
  /** Questions lead to answers that lead to questions: more rounds than any screen needs. */
  private static final int ROUNDS = 6;

  private FxThread() {}

  static void start() {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException e) {
      // It runs already, for the language before.
    }
  }

  /** Waits until what was asked has been answered and shown. */
  static void settle(Lane lane) throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      var answered = new CountDownLatch(1);
      lane.execute(answered::countDown);
      answered.await();
      run(() -> null);
    }
  }

  static <T> T run(Callable<T> action) throws InterruptedException {
    var task = new FutureTask<>(action);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("a screen cannot be drawn", e.getCause());
    }
  }
}
