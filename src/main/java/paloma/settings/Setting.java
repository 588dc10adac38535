package paloma.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import paloma.model.HostAndPort;
import paloma.model.Presence;

/**
 * Everything that can be set, with its name in the file, its default and what it may be. Names are
 * a contract: they stand in people's files and in office policies.
 *
 * @param key the name in {@code settings.json} and on the command line
 * @param fallback the value while nothing was set
 * @param read the value of a JSON value or of a typed word; empty when it is not allowed
 * @param lockable whether an office may decide it; a person's own state is not for others
 */
public record Setting<T>(
    String key, T fallback, Function<Object, Optional<T>> read, boolean lockable) {
  /** More would not be found in a list any more. */
  public static final int MOST_REPLIES = 20;

  private static final int MOST_STATUSES = 6;

  private static final int LAST_PORT = 65_535;

  /** In minutes; who takes back what is older asks people to forget, not programs. */
  private static final int A_DAY = 24 * 60;

  /** {@code auto} follows the operating system. */
  public static final Setting<String> LANGUAGE =
      choice("language", "auto", "auto", "en", "zh_CN", "ja");

  public static final Setting<String> THEME = choice("theme", "system", "system", "light", "dark");
  public static final Setting<String> DENSITY =
      choice("density", "comfortable", "comfortable", "compact");

  /** Percent. */
  public static final Setting<Integer> TEXT_SCALE = number("text-scale", 100, 80, 200);

  /** A whole path; {@code ~} begins at the person's home; empty is the operating system's place. */
  public static final Setting<String> DOWNLOADS =
      new Setting<>("downloads", "", Allowed::folder, true);

  /** Whose offers are taken without asking. */
  public static final Setting<String> ACCEPT =
      choice("accept", "ask", "ask", "verified", "known", "all");

  /** Addresses where somebody is known to be: for networks that carry no multicast. */
  public static final Setting<List<String>> SEEDS =
      new Setting<>("seeds", List.of(), Allowed::seeds, true);

  /** The first TCP port to try; used from the next start. */
  public static final Setting<Integer> PORT = number("port", HostAndPort.USUAL_PORT, 1, LAST_PORT);

  public static final Setting<Boolean> ENTER_SENDS = flag("enter-sends", true);
  public static final Setting<Boolean> NOTIFICATIONS = flag("notifications", true);

  /** Whether a notification shows what was said. */
  public static final Setting<Boolean> NOTIFICATIONS_TEXT = flag("notifications.text", true);

  public static final Setting<Boolean> SOUNDS = flag("sounds", true);

  /** So many minutes untouched make somebody who is there look away; 0 never does. */
  public static final Setting<Integer> IDLE_MINUTES = number("idle.minutes", 10, 0, 240);

  /** When nobody is disturbed, as {@code 22:00-08:00}; empty is never. */
  public static final Setting<String> QUIET_HOURS =
      new Setting<>("quiet.hours", "", Allowed::quietHours, true);

  /** What is answered in a person's name; empty for nothing. */
  public static final Setting<String> AUTO_REPLY_AWAY = state(text("auto-reply.away", ""));

  public static final Setting<String> AUTO_REPLY_BUSY = state(text("auto-reply.busy", ""));
  public static final Setting<String> AUTO_REPLY_DND = state(text("auto-reply.dnd", ""));

  /** What is answered while somebody looks like this; empty where nothing can be. */
  public static Optional<Setting<String>> autoReply(Presence presence) {
    return switch (presence) {
      case AWAY -> Optional.of(AUTO_REPLY_AWAY);
      case BUSY -> Optional.of(AUTO_REPLY_BUSY);
      case DND -> Optional.of(AUTO_REPLY_DND);
      case ONLINE, INVISIBLE, OFFLINE -> Optional.empty();
    };
  }

  /** Texts that somebody says often; empty for those of the language. */
  public static final Setting<List<String>> QUICK_REPLIES =
      state(new Setting<>("quick.replies", List.of(), v -> Allowed.texts(v, MOST_REPLIES), true));

  /** What somebody said of themself before, the newest first. */
  public static final Setting<List<String>> STATUSES =
      state(new Setting<>("statuses", List.of(), v -> Allowed.texts(v, MOST_STATUSES), true));

  /** Closing the window keeps Paloma running where there is a tray. */
  public static final Setting<Boolean> KEEP_RUNNING = flag("keep-running", true);

  /** Paloma starts when this account logs in; what the system has on disk decides. */
  public static final Setting<Boolean> AUTOSTART = flag("autostart", false);

  /** Minutes in which one's own messages can be taken back; 0 is never. */
  public static final Setting<Integer> RECALL_MINUTES = number("recall.minutes", 10, 0, A_DAY);

  /** Whether others learn that we read what they wrote. */
  public static final Setting<Boolean> RECEIPTS = flag("receipts", true);

  /** Ids or safety numbers of those who may announce; none for everybody. */
  public static final Setting<List<String>> SENDERS =
      new Setting<>("announcements.senders", List.of(), Allowed::senders, true);

  /** {@code off}: updates are neither taken from colleagues nor passed on. */
  public static final Setting<String> UPDATES = choice("updates", "ask", "ask", "off");

  /** Nothing newer than this version is shown; empty is no limit. */
  public static final Setting<String> UPDATES_VERSION = text("updates.version", "");

  /** Messages for somebody absent are left, sealed, with colleagues who hand them over. */
  public static final Setting<Boolean> MAIL_LEAVE = flag("mail.leave", true);

  /** Colleagues may leave theirs here. */
  public static final Setting<Boolean> MAIL_CARRY = flag("mail.carry", true);

  /** The database is copied into the profile once a day. */
  public static final Setting<Boolean> BACKUP_DAILY = flag("backup.daily", true);

  /** What is older than so many days goes from this computer; 0 keeps everything. */
  public static final Setting<Integer> HISTORY_DAYS = number("history.days", 0, 0, 36_500);

  /** The first run page was finished. */
  public static final Setting<Boolean> WELCOMED = state(flag("welcomed", false));

  /** That closing the window keeps running was said once. */
  public static final Setting<Boolean> TOLD_KEEP_RUNNING = state(flag("told.keep-running", false));

  private static final int SCREENS = 100_000;

  /** Pixels from the left of the primary screen; -1 is where the system puts it. */
  public static final Setting<Integer> WINDOW_X = state(number("window.x", -1, -SCREENS, SCREENS));

  public static final Setting<Integer> WINDOW_Y = state(number("window.y", -1, -SCREENS, SCREENS));
  public static final Setting<Integer> WINDOW_WIDTH =
      state(number("window.width", 1080, 320, SCREENS));
  public static final Setting<Integer> WINDOW_HEIGHT =
      state(number("window.height", 720, 240, SCREENS));
  public static final Setting<Boolean> WINDOW_MAXIMIZED = state(flag("window.maximized", false));

  /** Pixels of the list beside the rail. */
  public static final Setting<Integer> WINDOW_LIST = state(number("window.list", 300, 220, 420));

  /** The page of the rail that was open. */
  public static final Setting<String> WINDOW_PAGE = state(text("window.page", ""));

  /** The id of the conversation that was open. */
  public static final Setting<String> WINDOW_CONVERSATION = state(text("window.conversation", ""));

  /** All of them, in the order in which they are listed. */
  public static final List<Setting<?>> ALL =
      List.of(
          LANGUAGE,
          THEME,
          DENSITY,
          TEXT_SCALE,
          DOWNLOADS,
          ACCEPT,
          SEEDS,
          PORT,
          ENTER_SENDS,
          NOTIFICATIONS,
          NOTIFICATIONS_TEXT,
          SOUNDS,
          IDLE_MINUTES,
          QUIET_HOURS,
          AUTO_REPLY_AWAY,
          AUTO_REPLY_BUSY,
          AUTO_REPLY_DND,
          QUICK_REPLIES,
          STATUSES,
          KEEP_RUNNING,
          AUTOSTART,
          RECALL_MINUTES,
          RECEIPTS,
          SENDERS,
          UPDATES,
          UPDATES_VERSION,
          MAIL_LEAVE,
          MAIL_CARRY,
          BACKUP_DAILY,
          HISTORY_DAYS,
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

  /** What a program remembers of a person and a screen. */
  private static <T> Setting<T> state(Setting<T> setting) {
    return new Setting<>(setting.key, setting.fallback, setting.read, false);
  }

  private static Setting<String> text(String key, String fallback) {
    return new Setting<>(
        key, fallback, v -> v instanceof String text ? Optional.of(text) : Optional.empty(), true);
  }

  private static Setting<String> choice(String key, String fallback, String... allowed) {
    var words = List.of(allowed);
    return new Setting<>(
        key,
        fallback,
        v ->
            v instanceof String word && words.contains(word) ? Optional.of(word) : Optional.empty(),
        true);
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
            },
        true);
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
        },
        true);
  }
}
