package paloma.ui.shell;

/**
 * Something said in a corner for a while.
 *
 * @param says what happened
 * @param hint what can be done; may be empty
 * @param clicked what a click leads to
 */
public record Toast(Kind kind, String says, String hint, Runnable clicked) {
  /** Trouble stays until it is closed, news goes by itself. */
  public enum Kind {
    NEWS,
    TROUBLE
  }

  public static Toast news(String title, String text, Runnable clicked) {
    return new Toast(Kind.NEWS, title, text, clicked);
  }

  public static Toast trouble(String says, String hint) {
    return new Toast(Kind.TROUBLE, says, hint, () -> {});
  }
}
