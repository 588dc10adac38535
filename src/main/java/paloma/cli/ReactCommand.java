package paloma.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code react}: gives an emoji for a message. */
@Command(name = "react")
final class ReactCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "MESSAGE", descriptionKey = "MESSAGE")
  private String message;

  @Parameters(paramLabel = "EMOJI", descriptionKey = "EMOJI")
  private String emoji;

  @Option(names = "--remove", descriptionKey = "REMOVE")
  private boolean remove;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask("react", Map.of("message", message, "emoji", emoji, "remove", remove), talk());
  }
}
