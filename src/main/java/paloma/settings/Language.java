package paloma.settings;

import java.util.Locale;
import java.util.Map;

/** The languages that Paloma speaks. */
public enum Language {
  EN("", Locale.ENGLISH),
  ZH_CN("_zh_CN", Locale.SIMPLIFIED_CHINESE),
  JA("_ja", Locale.JAPANESE);

  private final String suffix;
  private final Locale locale;

  Language(String suffix, Locale locale) {
    this.suffix = suffix;
    this.locale = locale;
  }

  /** What the names of its word files end in. */
  public String suffix() {
    return suffix;
  }

  public Locale locale() {
    return locale;
  }

  /** The language of a process: PALOMA_LANG, else the setting, else the operating system's. */
  public static Language of(Settings settings) {
    return choose(System.getenv(), settings.get(Setting.LANGUAGE), Locale.getDefault());
  }

  static Language choose(Map<String, String> environment, String setting, Locale system) {
    var asked = environment.getOrDefault("PALOMA_LANG", "");
    if (!asked.isBlank()) return of(asked);
    return setting.equals("auto") ? of(system.getLanguage()) : of(setting);
  }

  /** The nearest language to a tag such as {@code zh_CN.UTF-8}; English when there is none. */
  public static Language of(String tag) {
    var lower = tag.toLowerCase(Locale.ROOT);
    if (lower.startsWith("zh")) return ZH_CN;
    return lower.startsWith("ja") ? JA : EN;
  }
}
