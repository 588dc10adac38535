package paloma.platform.autostart;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import paloma.platform.Os;

/**
 * Whether this account starts Paloma at its login. What the system has on disk is the truth; it is
 * looked at each time. Thread-safe; methods block for a file or a short process, and throw {@link
 * paloma.model.ProblemException} when the system refuses.
 */
public interface Autostart {
  boolean on();

  void set(boolean on);

  /**
   * The way of this system.
   *
   * @param command the program and its words; empty when there is nothing that could be started
   */
  static Optional<Autostart> here(List<String> command) {
    if (command.isEmpty() || command.stream().anyMatch(Autostart::unspeakable)) {
      return Optional.empty();
    }
    var home = Path.of(System.getProperty("user.home"));
    return Optional.of(
        switch (Os.here()) {
          case LINUX -> XdgAutostart.of(System::getenv, home, command);
          case WINDOWS -> new RunKey(RunKey.Registry.ofSystem(), command);
          case MACOS -> new LaunchAgent(home.resolve("Library/LaunchAgents"), command);
        });
  }

  /** A line break in a path would be another line of the entry. */
  private static boolean unspeakable(String word) {
    return word.chars().anyMatch(Character::isISOControl);
  }
}
