package paloma.ui;

import java.util.Locale;
import javafx.scene.Scene;
import paloma.settings.Setting;
import paloma.ui.settings.SettingsViewModel;

/** The theme a person chose, put on the window's scene and changed with the settings. */
final class Dress {
  private final Theme theme;

  Dress(Locale locale, SettingsViewModel preferences) {
    theme = new Theme(locale);
    var mode = preferences.value(Setting.THEME);
    var scale = preferences.value(Setting.TEXT_SCALE);
    theme.modeProperty().set(mode(mode.get()));
    theme.scaleProperty().set(scale.get() / 100.0);
    mode.addListener((_, _, word) -> theme.modeProperty().set(mode(word)));
    scale.addListener((_, _, percent) -> theme.scaleProperty().set(percent / 100.0));
    theme.start();
  }

  void put(Scene scene) {
    PageStyles.put(theme, scene);
  }

  private static Theme.Mode mode(String word) {
    return Theme.Mode.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
