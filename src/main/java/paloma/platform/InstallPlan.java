package paloma.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** How the system's own installer is begun with a package. Pure. */
sealed interface InstallPlan {
  /** A program that asks the person itself. */
  record Run(List<String> command) implements InstallPlan {}

  /** The desktop knows what to do with such a file. */
  record Open() implements InstallPlan {}

  /** Nothing here can ask the person. */
  record Type(String command) implements InstallPlan {}

  /** No package that this system could put in the place of what runs. */
  record Show() implements InstallPlan {}

  /**
   * The plan for a package.
   *
   * @param form of the package: {@code deb, rpm, msi …}
   * @param own how the running program was installed
   * @param desktop whether somebody sits in front of it
   * @param has whether there is a program of this name
   */
  static InstallPlan of(
      Os os, String form, String own, Path file, boolean desktop, Predicate<String> has) {
    // What was only unpacked is replaced by whoever unpacked it.
    if (!form.equals(own)) return new Show();
    var path = file.toAbsolutePath().toString();
    return switch (os) {
      case LINUX -> linux(form, path, desktop, has);
      case WINDOWS ->
          switch (form) {
            case "msi" -> new Run(List.of("msiexec", "/i", path));
            case "exe" -> new Run(List.of(path));
            default -> new Show();
          };
      case MACOS ->
          switch (form) {
            case "pkg", "dmg" -> new Open();
            default -> new Show();
          };
    };
  }

  private static InstallPlan linux(
      String form, String path, boolean desktop, Predicate<String> has) {
    List<String> install =
        switch (form) {
          case "deb" -> List.of("apt-get", "install", "--yes", path);
          case "rpm" -> rpm(path, has);
          default -> List.of();
        };
    if (install.isEmpty()) return new Show();
    if (!desktop) return new Type(typed(install));
    if (has.test("pkexec")) {
      var command = new java.util.ArrayList<>(List.of("pkexec"));
      command.addAll(install);
      return new Run(List.copyOf(command));
    }
    return has.test("xdg-open") || has.test("gio") ? new Open() : new Type(typed(install));
  }

  private static List<String> rpm(String path, Predicate<String> has) {
    if (has.test("dnf")) return List.of("dnf", "install", "--assumeyes", path);
    if (has.test("zypper")) {
      return List.of("zypper", "--non-interactive", "install", "--allow-unsigned-rpm", path);
    }
    return List.of("rpm", "--upgrade", path);
  }

  /** As a person types it; a path with spaces or worse stays one word. */
  private static String typed(List<String> command) {
    var words = new StringBuilder("sudo");
    for (var word : command) {
      boolean plain = word.matches("[A-Za-z0-9_./~+:@%=-]+");
      words.append(' ').append(plain ? word : "'" + word.replace("'", "'\\''") + "'");
    }
    return words.toString();
  }
}
