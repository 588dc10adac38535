package paloma.platform.autostart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The desktop entries that start a program at login, after the Freedesktop specification. Pure. */
final class DesktopEntry {
  /** What a shell would take for something else, so that the word stands in quotes. */
  private static final String RESERVED = " \t\n\"'\\><~|&;$*?#()`";

  private DesktopEntry() {}

  static String starting(List<String> command) {
    return """
    [Desktop Entry]
    Type=Application
    Version=1.0
    Name=Paloma
    Exec=%s
    Icon=paloma
    Terminal=false
    X-GNOME-Autostart-enabled=true
    """
        .formatted(exec(command));
  }

  /** Says that an entry of the same name further off does not count for this person. */
  static String hidden() {
    return """
    [Desktop Entry]
    Type=Application
    Name=Paloma
    Hidden=true
    """;
  }

  /** Whether an entry starts anything. */
  static boolean starts(String entry) {
    boolean ours = false;
    boolean starts = true;
    for (var line : entry.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        ours = line.equals("[Desktop Entry]");
      } else if (ours && line.indexOf('=') > 0) {
        var value = line.substring(line.indexOf('=') + 1).strip().toLowerCase(Locale.ROOT);
        starts &=
            switch (line.substring(0, line.indexOf('=')).strip()) {
              case "Hidden" -> !value.equals("true");
              case "X-GNOME-Autostart-enabled" -> !value.equals("false");
              default -> true;
            };
      }
    }
    return starts;
  }

  static String exec(List<String> command) {
    return command.stream().map(DesktopEntry::word).collect(Collectors.joining(" "));
  }

  /** Quoted once as a word of a command, and once more as a string of the file. */
  private static String word(String word) {
    var plain = word.replace("%", "%%");
    if (!plain.isEmpty() && plain.chars().noneMatch(c -> RESERVED.indexOf(c) >= 0)) return plain;
    var quoted = new StringBuilder("\"");
    for (char c : plain.toCharArray()) {
      if ("\"`$\\".indexOf(c) >= 0) quoted.append('\\');
      quoted.append(c);
    }
    return quoted.append('"').toString().replace("\\", "\\\\");
  }
}
