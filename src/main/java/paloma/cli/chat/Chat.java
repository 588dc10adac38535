package paloma.cli.chat;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import paloma.cli.control.Exit;
import paloma.cli.run.Instance;

/**
 * The chat as the front-end of an instance: on the whole screen, or by lines on a dumb terminal.
 */
public final class Chat {
  /** Runs until the person leaves or the instance is stopped. */
  public int run(Instance instance) throws IOException, InterruptedException {
    try (var terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
      if (dumb) {
        new LineChat(instance, terminal).run();
      } else {
        new ScreenChat(instance, terminal).run();
      }
    }
    return Exit.DONE;
  }
}
