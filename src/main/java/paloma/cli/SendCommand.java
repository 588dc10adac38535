package paloma.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.model.Body;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code send}: says something to somebody, or the same to several. */
@Command(name = "send")
final class SendCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(paramLabel = "CONVERSATION", descriptionKey = "CONVERSATION")
  private String conversation;

  @Parameters(paramLabel = "TEXT", descriptionKey = "TEXT")
  private String text;

  @Option(names = "--to", paramLabel = "PEER")
  private List<String> to = List.of();

  @Option(names = "--seal")
  private boolean seal;

  @Option(names = "--lock")
  private boolean lock;

  @Option(names = "--reply", paramLabel = "MESSAGE")
  private Optional<String> reply = Optional.empty();

  @Option(names = "--mention", paramLabel = "PEER")
  private List<String> mention = List.of();

  @Option(names = "--wait", paramLabel = "sent|delivered|read[=SECONDS]")
  private Optional<String> wait = Optional.empty();

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    var said = Typed.text(text);
    int bytes = said.getBytes(StandardCharsets.UTF_8).length;
    var fields =
        new Fields()
            .with("conversation", conversation)
            .with("text", said)
            .with("to", to)
            .with("seal", seal)
            .with("lock", lock)
            .with("reply", reply)
            .with("mention", mention)
            .withWait(wait, "sent", "delivered", "read");
    if (bytes > Body.MAX_TEXT && !seal && !lock) {
      paloma.console().note(paloma.console().words().say("cli.long-text", Body.MAX_TEXT / 1024));
    }
    return ask("send", fields.map(), rows -> rows.stream().map(this::line).toList());
  }

  private String line(Map<String, Object> row) {
    var state = paloma.console().words().say("cli.state." + row.get("state"));
    return paloma.console().words().say("cli.sent", state, row.get("message"));
  }
}
