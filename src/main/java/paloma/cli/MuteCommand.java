package paloma.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mute}: lets a conversation make no sound. */
@Command(name = "mute")
final class MuteCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "CONVERSATION", descriptionKey = "CONVERSATION")
  private String conversation;

  @Option(names = "--until", paramLabel = "TIME", descriptionKey = "MUTE_UNTIL")
  private Optional<String> until = Optional.empty();

  @Option(names = "--off", descriptionKey = "UNMUTE")
  private boolean off;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    return ask(
        "mute",
        new Fields()
            .with("conversation", conversation)
            .withTime("until", until)
            .with("off", off)
            .map(),
        table("conversation", "unread", "pinned", "muted"));
  }
}
