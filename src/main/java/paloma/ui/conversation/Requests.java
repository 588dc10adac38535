package paloma.ui.conversation;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import paloma.model.Problem;
import paloma.model.ProblemException;

/** What is asked of the core: done in order elsewhere, and why the last one was refused. */
final class Requests {
  private final Executor front;
  private final Executor lane;
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();

  Requests(Executor front, Executor lane) {
    this.front = front;
    this.lane = lane;
  }

  void attempt(Runnable request) {
    attempt(request, () -> {});
  }

  /** Runs a request on the lane; what a refusal leads to runs on the front. */
  void attempt(Runnable request, Runnable refused) {
    lane.execute(() -> {
      try {
        request.run();
        front.execute(() -> problem.set(null));
      } catch (ProblemException e) {
        front.execute(() -> {
          problem.set(e.problem());
          refused.run();
        });
      }
    });
  }

  /** Asks something on the lane; the answer comes on the front. */
  <T> void ask(Supplier<T> question, Consumer<T> answer) {
    lane.execute(() -> {
      var answered = question.get();
      front.execute(() -> answer.accept(answered));
    });
  }

  ReadOnlyObjectProperty<Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  void dismissProblem() {
    problem.set(null);
  }
}
