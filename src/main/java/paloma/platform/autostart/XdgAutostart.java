package paloma.platform.autostart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import paloma.model.Problem;

/**
 * The folder {@code autostart} of Linux desktops. An office may have put an entry of the same name
 * into the system's; the person's own file stands above it, also to say no.
 */
final class XdgAutostart implements Autostart {
  private static final String NAME = "autostart/paloma.desktop";

  private final Path own;
  private final List<Path> offices;
  private final List<String> command;

  XdgAutostart(Path own, List<Path> offices, List<String> command) {
    this.own = own;
    this.offices = offices;
    this.command = command;
  }

  /** {@code environment} gives null for what is not set; relative paths do not count. */
  static XdgAutostart of(UnaryOperator<String> environment, Path home, List<String> command) {
    var set = environment.apply("XDG_CONFIG_HOME");
    var mine = set != null && set.startsWith("/") ? Path.of(set) : home.resolve(".config");
    var dirs = environment.apply("XDG_CONFIG_DIRS");
    var all =
        Arrays.stream((dirs == null || dirs.isBlank() ? "/etc/xdg" : dirs).split(":"))
            .filter(dir -> dir.startsWith("/"))
            .map(dir -> Path.of(dir).resolve(NAME))
            .toList();
    return new XdgAutostart(mine.resolve(NAME), all, command);
  }

  @Override
  public boolean on() {
    return read(own).or(this::office).map(DesktopEntry::starts).orElse(false);
  }

  /** The first entry of the system's folders; the others are below it. */
  private Optional<String> office() {
    return offices.stream().flatMap(place -> read(place).stream()).findFirst();
  }

  @Override
  public void set(boolean on) {
    boolean office = office().map(DesktopEntry::starts).orElse(false);
    try {
      if (on == office) {
        // What holds without us is left to whoever keeps it up to date.
        Files.deleteIfExists(own);
      } else {
        Files.createDirectories(own.getParent());
        Files.writeString(own, on ? DesktopEntry.starting(command) : DesktopEntry.hidden());
      }
    } catch (IOException e) {
      throw Problem.failed("autostart-not-written", own.toString()).exception();
    }
  }

  /** What cannot be read is there all the same, and starts nothing that we know of. */
  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(DesktopEntry.hidden());
    }
  }
}
