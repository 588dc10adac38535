package paloma.boot;

import java.lang.System.Logger.Level;
import java.util.Optional;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.platform.autostart.Autostart;
import paloma.settings.Setting;
import paloma.settings.Settings;

/**
 * Keeps the setting {@code autostart} and what the system has on disk the same. The disk is the
 * truth, unless the office has decided. Thread-safe; methods may block for a short process.
 */
final class LoginStart {
  private static final System.Logger LOG = System.getLogger("paloma.boot");

  private final Settings settings;
  private final Optional<Autostart> autostart;

  /**
   * @param autostart empty where Paloma can't be started at login
   */
  LoginStart(Settings settings, Optional<Autostart> autostart) {
    this.settings = settings;
    this.autostart = autostart;
  }

  /** Looks once, and follows the setting from now on. */
  void begin() {
    settings.listen(changed -> {
      if (changed == Setting.AUTOSTART) apply();
    });
    look();
  }

  /** The setting becomes what is on disk; what the office decided goes the other way. */
  void look() {
    try {
      if (!settings.locked(Setting.AUTOSTART)) {
        settings.set(Setting.AUTOSTART, on());
      } else if (autostart.isPresent() && settings.get(Setting.AUTOSTART) != on()) {
        autostart.get().set(settings.get(Setting.AUTOSTART));
      }
    } catch (ProblemException e) {
      LOG.log(Level.WARNING, "start at login: {0} {1}", e.problem().code(), e.problem().details());
    }
  }

  /** For the settings page: what looks at the disk again; empty where there is no choice. */
  Optional<Runnable> choice() {
    return autostart.map(_ -> this::look);
  }

  private boolean on() {
    return autostart.map(Autostart::on).orElse(false);
  }

  /** Somebody changed the setting; where the system refuses, it is changed back. */
  private void apply() {
    boolean wanted = settings.get(Setting.AUTOSTART);
    if (wanted == on()) return;
    try {
      autostart.orElseThrow(() -> Problem.failed("autostart-not-here").exception()).set(wanted);
    } catch (ProblemException e) {
      settings.set(Setting.AUTOSTART, on());
      throw e;
    }
  }
}
