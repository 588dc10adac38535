package paloma.platform.autostart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import paloma.model.Problem;

/** A property list among the launch agents of macOS, which reads them at the next login. */
final class LaunchAgent implements Autostart {
  private static final String LABEL = "paloma";

  private final Path file;
  private final List<String> command;

  LaunchAgent(Path agents, List<String> command) {
    this.file = agents.resolve(LABEL + ".plist");
    this.command = command;
  }

  static String text(List<String> command) {
    var words =
        command.stream()
            .map(word -> "    <string>" + escaped(word) + "</string>\n")
            .collect(Collectors.joining());
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
    <plist version="1.0">
    <dict>
      <key>Label</key>
      <string>%s</string>
      <key>ProgramArguments</key>
      <array>
    %s  </array>
      <key>RunAtLoad</key>
      <true/>
      <key>ProcessType</key>
      <string>Interactive</string>
    </dict>
    </plist>
    """
        .formatted(LABEL, words);
  }

  private static String escaped(String word) {
    return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public boolean on() {
    return Files.exists(file);
  }

  @Override
  public void set(boolean on) {
    try {
      if (!on) {
        Files.deleteIfExists(file);
        return;
      }
      Files.createDirectories(file.getParent());
      Files.writeString(file, text(command));
    } catch (IOException e) {
      throw Problem.failed("autostart-not-written", file.toString()).exception();
    }
  }
}
