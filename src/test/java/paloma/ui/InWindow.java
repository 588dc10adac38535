package paloma.ui;

import java.nio.file.Path;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import paloma.rig.Desk;
import paloma.rig.Rig;
import paloma.settings.PolicyReading;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** A test in front of a window on the screen in memory, with real messengers on a LAN in memory. */
abstract class InWindow {
  @TempDir Path folder;
  final UiDriver driver = new UiDriver();
  final SystemTime time = new SystemTime();
  final Tasks tasks = new Tasks(time);
  Settings settings = inEnglish(Settings.inMemory());
  Rig rig;
  PalomaWindow window;

  @BeforeEach
  void makeRig() throws Exception {
    // What looks at the window must not come before JavaFX.
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException running) {
      // Another test has started it.
    }
    rig = new Rig(folder.resolve("rig"));
  }

  @AfterEach
  void closeAll() throws Exception {
    window.close();
    driver.onFx(() -> null);
    rig.close();
    tasks.close();
    time.close();
  }

  /** From now on an office decides. */
  final void decide(PolicyReading office) {
    settings = inEnglish(Settings.inMemory(office));
  }

  private static Settings inEnglish(Settings settings) {
    settings.set(Setting.LANGUAGE, "en");
    settings.set(Setting.WELCOMED, true);
    // The make-believe screen is 1000 by 1000.
    settings.set(Setting.WINDOW_WIDTH, 900);
    settings.set(Setting.WINDOW_X, 10);
    settings.set(Setting.WINDOW_Y, 10);
    return settings;
  }

  final void open(Desk desk) {
    window = PalomaWindow.open(desk.messenger(), settings, tasks, () -> {});
  }
}
