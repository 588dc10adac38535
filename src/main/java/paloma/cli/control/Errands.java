package paloma.cli.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import paloma.model.Problem;

/**
 * Errands on their way to a window. While one is just being opened they wait; where there is none,
 * they are refused. Thread-safe.
 */
public final class Errands {
  /** Nobody clicks more often while a window opens. */
  private static final int MOST_WAITING = 64;

  private final List<Errand> waiting = new ArrayList<>();
  private boolean expected;
  private Consumer<Errand> window;

  /** There is going to be a window. */
  public synchronized void expectWindow() {
    expected = true;
  }

  /** The window takes what waited and what comes; it must not block. */
  public synchronized void open(Consumer<Errand> taker) {
    window = taker;
    waiting.forEach(taker);
    waiting.clear();
  }

  /** Gives an errand to the window; a problem where there is no window to show it. */
  void give(Errand errand) {
    if (!offer(errand)) throw Problem.failed("no-window").exception();
  }

  /** Gives an errand that is of no use without a window. */
  synchronized boolean offer(Errand errand) {
    if (window != null) {
      window.accept(errand);
    } else if (expected && waiting.size() < MOST_WAITING) {
      waiting.add(errand);
    }
    return window != null || expected;
  }
}
