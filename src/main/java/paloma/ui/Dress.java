package paloma.ui;

import java.util.Locale;
import javafx.scene.Scene;
import paloma.settings.Setting;
import paloma.ui.settings.SettingsViewModel;

/** The theme a person chose, put on the window's scene and changed with the settings. */
final class Dress {
  private final Theme theme;

  /** Of a theme that stands as the settings say. */
  Dress(Theme theme, SettingsViewModel preferences) {
    this.theme = theme;
    var mode = preferences.value(Setting.THEME);
    var scale = preferences.value(Setting.TEXT_SCALE);
    mode.addListener((_, _, word) -> theme.modeProperty().set(mode(word)));
    scale.addListener((_, _, percent) -> theme.scaleProperty().set(percent / 100.0));
  }

  void put(Scene scene) {
    PageStyles.put(theme, scene);
  }

  static Theme.Mode mode(String word) {
    return Theme.Mode.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
