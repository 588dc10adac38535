package paloma.ui.shell;

import java.time.LocalTime;
import paloma.model.Presence;
import paloma.settings.QuietHours;

/** Whether a person is left alone: neither notifications nor sounds. Pure. */
final class Quiet {
  private Quiet() {}

  /**
   * @param chosen what the person chose to look like
   * @param hours the setting; empty for none
   */
  static boolean now(Presence chosen, String hours, LocalTime time) {
    if (chosen == Presence.DND) return true;
    return QuietHours.parse(hours).map(quiet -> quiet.include(time)).orElse(false);
  }
}
