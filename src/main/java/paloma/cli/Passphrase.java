package paloma.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import paloma.model.Problem;

/** A passphrase of somebody: from a file, else asked for on the terminal, where it is not shown. */
record Passphrase(Optional<Path> file, Console console) {
  /** The one of a backup that is there. */
  char[] known() throws IOException {
    return file.isPresent() ? ofFile(file.get()) : asked("cli.backup.passphrase");
  }

  /** One for a new backup: typed twice. */
  char[] chosen() throws IOException {
    var first = known();
    if (file.isEmpty() && !Arrays.equals(first, asked("cli.backup.again"))) {
      throw Problem.usage("passphrases-differ").exception();
    }
    return first;
  }

  private static char[] ofFile(Path file) throws IOException {
    if (Files.notExists(file)) throw Problem.failed("file-missing", file.toString()).exception();
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .filter(line -> !line.isEmpty())
          .orElseThrow(() -> Problem.usage("passphrase-missing").exception())
          .toCharArray();
    }
  }

  private char[] asked(String words) {
    var terminal = System.console();
    if (terminal == null || !terminal.isTerminal()) {
      throw Problem.usage("passphrase-missing").exception();
    }
    var typed = terminal.readPassword("%s", console.words().say(words));
    if (typed == null || typed.length == 0) throw Problem.usage("passphrase-missing").exception();
    return typed;
  }
}
