package paloma.core;

import java.util.List;
import paloma.model.BoardBody.Priority;

/**
 * An announcement that somebody is about to make.
 *
 * @param title empty for none
 * @param confirm whether readers are asked to confirm
 * @param departments whom it is for; none for everybody
 */
public record Announcing(
    String title, String text, Priority priority, boolean confirm, List<String> departments) {
  /** Words for everybody. */
  public static Announcing of(String text) {
    return new Announcing("", text, Priority.NORMAL, false, List.of());
  }

  public Announcing to(String... names) {
    return new Announcing(title, text, priority, confirm, List.of(names));
  }

  public Announcing withConfirmation() {
    return new Announcing(title, text, priority, true, departments);
  }
}
