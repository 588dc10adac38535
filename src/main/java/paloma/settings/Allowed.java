package paloma.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import paloma.model.DeviceId;
import paloma.model.HostAndPort;

/** What settings with a form of their own may be, as JSON or as typed; empty for no. Pure. */
final class Allowed {
  /** More addresses than that are a network that needs another cure. */
  private static final int MOST_SEEDS = 64;

  /** Characters of one of several texts: a few lines. */
  private static final int LONGEST_TEXT = 500;

  private Allowed() {}

  /** A whole path, or one in the home of whoever runs this; empty for none. */
  static Optional<String> folder(Object value) {
    if (!(value instanceof String text)) return Optional.empty();
    if (text.isBlank()) return Optional.of("");
    try {
      boolean atHome = text.equals("~") || text.startsWith("~/") || text.startsWith("~\\");
      var path =
          atHome
              ? Path.of(System.getProperty("user.home"), text.substring(1))
              : Path.of(text.strip());
      return path.isAbsolute() ? Optional.of(path.normalize().toString()) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  static Optional<String> quietHours(Object value) {
    if (!(value instanceof String text)) return Optional.empty();
    if (text.isBlank()) return Optional.of("");
    return QuietHours.parse(text).map(QuietHours::text);
  }

  /** A list, or words with this between them; null for neither. */
  private static List<?> items(Object value, String between) {
    return switch (value) {
      case String text when text.isBlank() -> List.of();
      case String text -> List.of(text.split(between, -1));
      case List<?> list -> list;
      default -> null;
    };
  }

  /** Texts have commas: typed, they have bars or line ends between them. */
  static Optional<List<String>> texts(Object value, int most) {
    var items = items(value, "[|\\n]");
    if (items == null || items.size() > most) return Optional.empty();
    var texts = new ArrayList<String>();
    for (var item : items) {
      if (!(item instanceof String text) || text.strip().length() > LONGEST_TEXT) {
        return Optional.empty();
      }
      if (!text.isBlank()) texts.add(text.strip());
    }
    return Optional.of(List.copyOf(texts));
  }

  static Optional<List<String>> seeds(Object value) {
    return list(value, text -> HostAndPort.parse(text).isPresent());
  }

  /** Of a safety number the spaces do not matter: it is 60 digits. */
  static Optional<List<String>> senders(Object value) {
    return list(
        value,
        text -> DeviceId.parse(text).isPresent() || text.replaceAll("\\s", "").matches("\\d{60}"));
  }

  /** A list, or words with commas between them. */
  private static Optional<List<String>> list(Object value, Predicate<String> allowed) {
    var items = items(value, ",");
    if (items == null || items.size() > MOST_SEEDS) return Optional.empty();
    var words = new ArrayList<String>();
    for (var item : items) {
      if (!(item instanceof String text) || !allowed.test(text)) return Optional.empty();
      words.add(text.strip());
    }
    return Optional.of(List.copyOf(words));
  }
}
