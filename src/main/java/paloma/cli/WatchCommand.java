package paloma.cli;

import java.util.Map;
import paloma.cli.human.NoticeLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code watch}: what happens, as it happens, until interrupted or the instance ends. */
@Command(name = "watch")
final class WatchCommand extends Client {
  @ParentCommand private PalomaCommand paloma;

  @Override
  PalomaCommand paloma() {
    return paloma;
  }

  @Override
  public Integer call() throws Exception {
    var console = paloma.console();
    if (console.json()) return each("watch", Map.of(), console::row);
    var lines = new NoticeLines(paloma.human());
    return each("watch", Map.of(), row -> lines.line(row).ifPresent(console::line));
  }
}
