package paloma.platform;

import java.util.Locale;

/** The systems that differ for us. */
public enum Os {
  WINDOWS,
  MACOS,
  LINUX;

  public static Os here() {
    return named(System.getProperty("os.name", ""));
  }

  /** By the value of {@code os.name}; whatever is not known is treated like Linux. */
  public static Os named(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) return WINDOWS;
    return lower.startsWith("mac") ? MACOS : LINUX;
  }
}
