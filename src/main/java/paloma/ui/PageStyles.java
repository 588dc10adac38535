package paloma.ui;

import javafx.scene.Scene;

/** The style sheets of the pages around the conversation, in {@code assets/style}. */
public final class PageStyles {
  private static final String[] SHEETS = {
    "shell",
    "rows",
    "people",
    "files",
    "settings",
    "firstrun",
    "doctor",
    "sheet",
    "update",
    "announce",
    "group"
  };

  private PageStyles() {}

  /** Dresses a scene with the theme and all pages' styles. */
  public static void put(Theme theme, Scene scene) {
    theme.apply(scene, SHEETS);
  }
}
