package paloma.lan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** An X server of its own that shows its windows to nobody. */
final class Screen implements AutoCloseable {
  private final Process server;
  private final String display;

  private Screen(Process server, String display) {
    this.server = server;
    this.display = display;
  }

  static Screen open() throws IOException {
    var server =
        new ProcessBuilder(
                "Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-ac")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // It writes its number when it can be used.
    var number = server.inputReader(StandardCharsets.US_ASCII).readLine();
    if (number == null) throw new IOException("no X server");
    return new Screen(server, ":" + number.strip());
  }

  String display() {
    return display;
  }

  /** Waits for a visible window of this title, of a program that writes into this log. */
  void awaitWindow(String title, Duration patience, Path log)
      throws IOException, InterruptedException {
    var search =
        new ProcessBuilder(
            "timeout",
            String.valueOf(patience.toSeconds()),
            "xdotool",
            "search",
            "--sync",
            "--onlyvisible",
            "--name",
            title);
    search.environment().put("DISPLAY", display);
    int exit = search.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    if (exit != 0) {
      throw new AssertionError("no window " + title + ". " + Files.readString(log));
    }
  }

  @Override
  public void close() {
    server.destroy();
  }
}
