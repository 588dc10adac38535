package paloma.boot;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Whether a window could be shown. Pure. */
final class Display {
  private Display() {}

  static boolean present(
      String os, UnaryOperator<String> environment, UnaryOperator<String> property) {
    if ("Headless".equals(property.apply("glass.platform"))) return true;
    var system = os.toLowerCase(Locale.ROOT);
    if (system.contains("win") || system.contains("mac")) return true;
    // JavaFX on Linux needs an X server, which Wayland desktops bring along.
    var display = environment.apply("DISPLAY");
    return display != null && !display.isBlank();
  }
}
