package paloma.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens files with the program the system has for them, and shows them in their folder. Both start
 * another process and return at once; false means that there is no way here.
 */
public final class FileOpener {
  /** Starts a process that says nothing here. */
  static final Starter STARTER =
      command ->
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();

  private final Os os;
  private final Starter starter;

  /** Starts a command, or fails when there is no such program. */
  @FunctionalInterface
  public interface Starter {
    void start(List<String> command) throws IOException;
  }

  public FileOpener(Os os, Starter starter) {
    this.os = os;
    this.starter = starter;
  }

  public static FileOpener here() {
    return new FileOpener(Os.here(), STARTER);
  }

  public boolean open(Path file) {
    var path = file.toAbsolutePath().toString();
    return Files.exists(file)
        && switch (os) {
          case WINDOWS -> started("explorer.exe", path);
          case MACOS -> started("open", path);
          case LINUX -> started("xdg-open", path) || started("gio", "open", path);
        };
  }

  /** Opens a page in the browser; only web addresses, never a file or another program. */
  public boolean browse(URI page) {
    var scheme = page.getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) return false;
    var address = page.toASCIIString();
    return switch (os) {
      case WINDOWS -> started("rundll32.exe", "url.dll,FileProtocolHandler", address);
      case MACOS -> started("open", address);
      case LINUX -> started("xdg-open", address) || started("gio", "open", address);
    };
  }

  /** Opens the folder with the file selected where the system can select. */
  public boolean show(Path file) {
    if (!Files.exists(file)) {
      var folder = file.toAbsolutePath().getParent();
      return folder != null && open(folder);
    }
    return switch (os) {
      // Explorer wants the comma and the path in one argument.
      case WINDOWS -> started("explorer.exe", "/select," + file.toAbsolutePath());
      case MACOS -> started("open", "-R", file.toAbsolutePath().toString());
      case LINUX -> {
        var folder = Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
        yield open(folder);
      }
    };
  }

  private boolean started(String... command) {
    try {
      starter.start(List.of(command));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
