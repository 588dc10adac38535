package paloma.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import paloma.core.Messenger;
import paloma.settings.PolicyReading;
import paloma.settings.ProfileFolder;
import paloma.settings.Settings;
import paloma.settings.Words;
import paloma.work.Tasks;

/** What starting Paloma needs of the rest of the program; the assembly has it. */
public interface Launcher {
  /** Puts a messenger of a profile together, not started. The caller holds the profile's lock. */
  Messenger open(ProfileFolder profile, LaunchOptions options, Settings settings, Tasks tasks);

  /** What the office has decided on this computer, read now. May take some tenths of a second. */
  PolicyReading office();

  /** Whether a window could be shown here. */
  boolean display();

  /** A window is going to be shown: what can be begun before there is an instance is begun. */
  void expectWindow(Tasks tasks);

  /**
   * Shows the window of an instance, starts the instance when it likes, and returns the exit code
   * when the window ended. The caller closes the instance.
   *
   * @param background nothing is shown until somebody wants it; an icon tells that it runs
   */
  int window(Instance instance, boolean background) throws Exception;

  /**
   * Starts this program again as a process of its own, and tells whether that still runs; empty
   * where it lies nowhere that it could be started from.
   */
  Optional<BooleanSupplier> startApart(List<String> words) throws IOException;

  /**
   * Shows the window on a make-believe neighbourhood, or draws every screen to PNG files, and
   * returns the exit code.
   *
   * @param screenshots where the pictures go
   */
  int demo(Optional<Path> screenshots, Words words) throws Exception;

  /** Does everything once, without a display: what a start-up cache is recorded from. */
  int rehearse() throws Exception;
}
