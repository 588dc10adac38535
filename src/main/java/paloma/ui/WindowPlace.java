package paloma.ui;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.ui.shell.ShellViewModel;

/** Where the window was and what was open in it, from one run to the next. */
final class WindowPlace {
  /** So much of the title bar must be on a screen for somebody to drag the window. */
  private static final double GRASP = 60;

  private final Stage stage;
  private final Settings settings;
  private final DoubleProperty listWidth;

  WindowPlace(Stage stage, Settings settings, DoubleProperty listWidth) {
    this.stage = stage;
    this.settings = settings;
    this.listWidth = listWidth;
    listWidth.set(settings.get(Setting.WINDOW_LIST));
  }

  /** Before the window has anything in it. */
  static void restore(Stage stage, Settings settings) {
    stage.setWidth(settings.get(Setting.WINDOW_WIDTH));
    stage.setHeight(settings.get(Setting.WINDOW_HEIGHT));
    double x = settings.get(Setting.WINDOW_X);
    double y = settings.get(Setting.WINDOW_Y);
    if (x != Setting.WINDOW_X.fallback() && visible(new Rectangle2D(x, y, GRASP, GRASP))) {
      stage.setX(x);
      stage.setY(y);
    }
    stage.setMaximized(settings.get(Setting.WINDOW_MAXIMIZED));
  }

  /** A screen may have been unplugged since. */
  private static boolean visible(Rectangle2D corner) {
    return !Screen.getScreensForRectangle(corner).isEmpty();
  }

  void save(ShellViewModel shell) {
    settings.set(Setting.WINDOW_MAXIMIZED, stage.isMaximized());
    if (!stage.isMaximized() && !stage.isIconified()) {
      settings.set(Setting.WINDOW_X, (int) stage.getX());
      settings.set(Setting.WINDOW_Y, (int) stage.getY());
      settings.set(Setting.WINDOW_WIDTH, (int) stage.getWidth());
      settings.set(Setting.WINDOW_HEIGHT, (int) stage.getHeight());
    }
    settings.set(Setting.WINDOW_LIST, (int) listWidth.get());
    settings.set(Setting.WINDOW_PAGE, shell.page().get().word());
    var open = shell.chats().open().get();
    settings.set(Setting.WINDOW_CONVERSATION, open == null ? "" : open.text());
  }
}
