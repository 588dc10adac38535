package paloma.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import paloma.model.Problem;

/** Passwords as they are typed: never as an argument, which everybody on the computer can see. */
final class Secrets {
  private Secrets() {}

  /** Asks on the terminal without showing it; without one it is the next line of stdin. */
  static String ask(Console console, String question) throws IOException {
    var terminal = System.console();
    if (terminal != null && terminal.isTerminal()) {
      char[] typed = terminal.readPassword("%s ", console.words().say(question));
      if (typed == null) throw Problem.refused("password-needed").exception();
      return new String(typed);
    }
    var line = Input.LINES.readLine();
    if (line == null) throw Problem.refused("password-needed").exception();
    return line;
  }

  /** One reader for all questions of a command: what it reads ahead is not lost. */
  private static final class Input {
    static final BufferedReader LINES =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }
}
