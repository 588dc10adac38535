package paloma.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import paloma.model.Installing;
import paloma.model.Problem;
import paloma.model.Release;

/** Begins the system's own installer, which asks the person before it changes anything. */
public final class SystemInstaller implements Installing {
  private final Os os;
  private final String own;
  private final boolean desktop;
  private final Predicate<String> has;
  private final FileOpener.Starter starter;
  private final FileOpener opener;

  SystemInstaller(
      Os os,
      String own,
      boolean desktop,
      Predicate<String> has,
      FileOpener.Starter starter,
      FileOpener opener) {
    this.os = os;
    this.own = own;
    this.desktop = desktop;
    this.has = has;
    this.starter = starter;
    this.opener = opener;
  }

  /**
   * That of this machine.
   *
   * @param own how the running program was installed
   */
  public static SystemInstaller here(String own, Map<String, String> environment) {
    boolean desktop =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    var path = environment.getOrDefault("PATH", "");
    return new SystemInstaller(
        Os.here(), own, desktop, name -> onPath(path, name), FileOpener.STARTER, FileOpener.here());
  }

  private static boolean onPath(String path, String name) {
    for (var folder : path.split(File.pathSeparator)) {
      try {
        if (!folder.isBlank() && Files.isExecutable(Path.of(folder).resolve(name))) return true;
      } catch (InvalidPathException e) {
        // A folder that cannot be has no programs.
      }
    }
    return false;
  }

  @Override
  public Outcome begin(Release release, Path file) {
    return switch (InstallPlan.of(os, release.target().form(), own, file, desktop, has)) {
      case InstallPlan.Run(var command) -> {
        try {
          starter.start(command);
          yield new Outcome.Begun();
        } catch (IOException e) {
          throw Problem.failed("installer-not-started", command.getFirst()).exception();
        }
      }
      case InstallPlan.Open() -> opener.open(file) ? new Outcome.Begun() : shown(file);
      case InstallPlan.Type(var command) -> new Outcome.Type(command);
      case InstallPlan.Show() -> shown(file);
    };
  }

  private Outcome shown(Path file) {
    // Without a desktop the place is said and nothing opens.
    if (desktop || os != Os.LINUX) opener.show(file);
    return new Outcome.Shown(file);
  }
}
