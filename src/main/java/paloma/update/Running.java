package paloma.update;

import java.util.Locale;
import paloma.model.ReleaseTarget;

/** What the system's words for itself mean in a release. Pure. */
public final class Running {
  private Running() {}

  /**
   * Where this program runs.
   *
   * @param os value of {@code os.name}
   * @param arch value of {@code os.arch}
   * @param form how it was installed, as its package says; blank when it was only unpacked
   */
  public static ReleaseTarget on(String os, String arch, String form) {
    var system = os.toLowerCase(Locale.ROOT);
    var name =
        system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macos" : "linux";
    var installed = form.isBlank() ? ReleaseTarget.IMAGE : form.strip().toLowerCase(Locale.ROOT);
    return new ReleaseTarget(name, arch(arch), installed);
  }

  /** One word for each kind of processor, whatever a system calls it. */
  public static String arch(String arch) {
    var word = arch.toLowerCase(Locale.ROOT);
    return switch (word) {
      case "amd64", "x86_64", "x86-64", "x64" -> "x64";
      case "arm64", "aarch64" -> "aarch64";
      case "all", "noarch", ReleaseTarget.ANY -> ReleaseTarget.ANY;
      default -> word;
    };
  }
}
