package paloma.ui.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.work.Tasks;

/**
 * What the window asks of the core, one thing after another on one task, so that answers come in
 * the order of the questions. A refused request is told as a problem.
 */
public final class Lane implements Executor, AutoCloseable {
  private final Tasks tasks;
  private final Consumer<Problem> refused;
  private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private Tasks.Task worker;

  public Lane(Tasks tasks, Consumer<Problem> refused) {
    this.tasks = tasks;
    this.refused = refused;
  }

  public void start() {
    worker =
        tasks.start(
            "window",
            () -> {
              while (true) run(queue.take());
            });
  }

  private void run(Runnable request) {
    try {
      request.run();
    } catch (ProblemException e) {
      refused.accept(e.problem());
    }
  }

  @Override
  public void execute(Runnable request) {
    queue.add(request);
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
