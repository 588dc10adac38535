package paloma.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that can be set, with its name in the file, its default and what it may be. Names are
 * a contract: they stand in people's files and in office policies.
 *
 * @param key the name in {@code settings.json} and on the command line
 * @param fallback the value while nothing was set
 * @param read the value of a JSON value or of a typed word; empty when it is not allowed
 */
public record Setting<T>(String key, T fallback, Function<Object, Optional<T>> read) {
  /** {@code auto} follows the operating system. */
  public static final Setting<String> LANGUAGE =
      choice("language", "auto", "auto", "en", "zh_CN", "ja");

  public static final Setting<String> THEME = choice("theme", "system", "system", "light", "dark");
  public static final Setting<String> DENSITY =
      choice("density", "comfortable", "comfortable", "compact");

  /** Percent. */
  public static final Setting<Integer> TEXT_SCALE = number("text-scale", 100, 80, 200);

  /** A folder; empty is the one of the operating system. */
  public static final Setting<String> DOWNLOADS = text("downloads", "");

  /** Whose offers are taken without asking. */
  public static final Setting<String> ACCEPT =
      choice("accept", "ask", "ask", "verified", "known", "all");

  public static final Setting<Boolean> ENTER_SENDS = flag("enter-sends", true);
  public static final Setting<Boolean> NOTIFICATIONS = flag("notifications", true);

  /** Whether a notification shows what was said. */
  public static final Setting<Boolean> NOTIFICATIONS_TEXT = flag("notifications.text", true);

  public static final Setting<Boolean> SOUNDS = flag("sounds", true);

  /** Closing the window keeps Paloma running where there is a tray. */
  public static final Setting<Boolean> KEEP_RUNNING = flag("keep-running", true);

  /** {@code off}: updates are neither taken from colleagues nor passed on. */
  public static final Setting<String> UPDATES = choice("updates", "ask", "ask", "off");

  /** Nothing newer than this version is shown; empty is no limit. */
  public static final Setting<String> UPDATES_VERSION = text("updates.version", "");

  /** The first run page was finished. */
  public static final Setting<Boolean> WELCOMED = flag("welcomed", false);

  /** That closing the window keeps running was said once. */
  public static final Setting<Boolean> TOLD_KEEP_RUNNING = flag("told.keep-running", false);

  private static final int SCREENS = 100_000;

  /** Pixels from the left of the primary screen; -1 is where the system puts it. */
  public static final Setting<Integer> WINDOW_X = number("window.x", -1, -SCREENS, SCREENS);

  public static final Setting<Integer> WINDOW_Y = number("window.y", -1, -SCREENS, SCREENS);
  public static final Setting<Integer> WINDOW_WIDTH = number("window.width", 1080, 320, SCREENS);
  public static final Setting<Integer> WINDOW_HEIGHT = number("window.height", 720, 240, SCREENS);
  public static final Setting<Boolean> WINDOW_MAXIMIZED = flag("window.maximized", false);

  /** Pixels of the list beside the rail. */
  public static final Setting<Integer> WINDOW_LIST = number("window.list", 300, 220, 420);

  /** The page of the rail that was open. */
  public static final Setting<String> WINDOW_PAGE = text("window.page", "");

  /** The id of the conversation that was open. */
  public static final Setting<String> WINDOW_CONVERSATION = text("window.conversation", "");

  /** All of them, in the order in which they are listed. */
  public static final List<Setting<?>> ALL =
      List.of(
          LANGUAGE,
          THEME,
          DENSITY,
          TEXT_SCALE,
          DOWNLOADS,
          ACCEPT,
          ENTER_SENDS,
          NOTIFICATIONS,
          NOTIFICATIONS_TEXT,
          SOUNDS,
          KEEP_RUNNING,
          UPDATES,
          UPDATES_VERSION,
          WELCOMED,
          TOLD_KEEP_RUNNING,
          WINDOW_X,
          WINDOW_Y,
          WINDOW_WIDTH,
          WINDOW_HEIGHT,
          WINDOW_MAXIMIZED,
          WINDOW_LIST,
          WINDOW_PAGE,
          WINDOW_CONVERSATION);

  public static Optional<Setting<?>> named(String key) {
    return ALL.stream().<Setting<?>>map(s -> s).filter(s -> s.key.equals(key)).findFirst();
  }

  private static Setting<String> text(String key, String fallback) {
    return new Setting<>(
        key, fallback, v -> v instanceof String text ? Optional.of(text) : Optional.empty());
  }

  private static Setting<String> choice(String key, String fallback, String... allowed) {
    var words = List.of(allowed);
    return new Setting<>(
        key,
        fallback,
        v ->
            v instanceof String word && words.contains(word)
                ? Optional.of(word)
                : Optional.empty());
  }

  private static Setting<Boolean> flag(String key, boolean fallback) {
    return new Setting<>(
        key,
        fallback,
        v ->
            switch (String.valueOf(v)) {
              case "true", "yes", "on" -> Optional.of(true);
              case "false", "no", "off" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  private static Setting<Integer> number(String key, int fallback, int least, int most) {
    return new Setting<>(
        key,
        fallback,
        v -> {
          try {
            int number = Integer.parseInt(String.valueOf(v));
            return number >= least && number <= most ? Optional.of(number) : Optional.empty();
          } catch (NumberFormatException e) {
            return Optional.empty();
          }
        });
  }
}
