package paloma.ui;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which family the window is set in: the first installed one of the locale's list. A list in CSS
 * does not do: JavaFX takes its first name or none.
 */
public final class Fonts {
  private static final List<String> LATIN =
      List.of("Segoe UI", "SF Pro Text", "Inter", "Noto Sans", "DejaVu Sans");
  private static final List<String> CODE =
      List.of("Cascadia Mono", "SF Mono", "Noto Sans Mono", "DejaVu Sans Mono");

  private Fonts() {}

  /** The family for text; "System" when none of ours is there. */
  public static String text(Locale locale, Collection<String> installed) {
    return first(Stream.concat(own(locale).stream(), LATIN.stream()), installed, "System");
  }

  public static String code(Collection<String> installed) {
    return first(CODE.stream(), installed, "Monospaced");
  }

  private static String first(Stream<String> wanted, Collection<String> installed, String last) {
    return wanted.filter(installed::contains).findFirst().orElse(last);
  }

  private static List<String> own(Locale locale) {
    return switch (locale.getLanguage()) {
      case "zh" ->
          traditional(locale)
              ? List.of("Microsoft JhengHei UI", "PingFang TC", "Noto Sans CJK TC")
              : List.of("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC");
      case "ja" -> List.of("Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP");
      case "ko" -> List.of("Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR");
      default -> List.of();
    };
  }

  private static boolean traditional(Locale locale) {
    return locale.getScript().equals("Hant")
        || List.of("TW", "HK", "MO").contains(locale.getCountry());
  }
}
