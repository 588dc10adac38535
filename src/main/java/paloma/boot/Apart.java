package paloma.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** This program once more, as a process of its own that outlives the one which started it. */
final class Apart {
  private Apart() {}

  static BooleanSupplier start(Path launcher, List<String> words) throws IOException {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(words);
    var process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    return process::isAlive;
  }
}
