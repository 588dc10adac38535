package paloma.ui.settings;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import paloma.core.SealedMessages;
import paloma.model.Problem;
import paloma.model.ProblemException;

/** The app password that opens locked messages: whether it is set, set, changed, removed. */
final class PasswordModel {
  private final Supplier<SealedMessages> sealed;
  private final Executor fx;
  private final Executor lane;
  private final ReadOnlyBooleanWrapper set = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();

  /**
   * @param fx the front-end's thread, to which the state belongs
   * @param lane where the core is asked, in order
   */
  PasswordModel(Supplier<SealedMessages> sealed, Executor fx, Executor lane) {
    this.sealed = sealed;
    this.fx = fx;
    this.lane = lane;
  }

  ReadOnlyBooleanProperty set() {
    return set.getReadOnlyProperty();
  }

  /** Why the last wish was refused; null when it was not. */
  ReadOnlyObjectProperty<Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Looks again: it may have been set elsewhere. */
  void load() {
    ask(() -> {}, () -> {});
  }

  /**
   * Sets another password.
   *
   * @param old needed where one is set
   * @param again what was typed to be sure; nobody can look a password up
   */
  void change(Optional<String> old, String next, String again, Runnable done) {
    if (next.equals(again)) {
      ask(() -> sealed.get().setPassword(old, next), done);
    } else {
      problem.set(Problem.usage("password-differs"));
    }
  }

  void remove(String old, Runnable done) {
    ask(() -> sealed.get().clearPassword(Optional.of(old)), done);
  }

  void forgetProblem() {
    problem.set(null);
  }

  private void ask(Runnable wish, Runnable done) {
    lane.execute(() -> {
      try {
        wish.run();
      } catch (ProblemException e) {
        fx.execute(() -> problem.set(e.problem()));
        return;
      }
      boolean now = sealed.get().passwordSet();
      fx.execute(() -> {
        set.set(now);
        problem.set(null);
        done.run();
      });
    });
  }
}
