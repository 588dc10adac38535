package paloma.work;

/** The program is ending: what was asked can't be done any more. Ends a task without a word. */
public final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Stopped() {
    super("stopping", null, false, false);
  }
}
