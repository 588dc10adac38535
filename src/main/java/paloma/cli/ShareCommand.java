package paloma.cli;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import paloma.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code share}: shows files in the window for the person to choose who gets them. */
@Command(name = "share")
final class ShareCommand implements Callable<Integer> {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(index = "0..*", paramLabel = "PATH", descriptionKey = "PATH", arity = "1..*")
  private List<String> paths;

  @Override
  public Integer call() throws Exception {
    var whole = paths.stream().map(p -> path(p).toAbsolutePath().normalize().toString()).toList();
    return new ToWindow(paloma).ask("share", Map.of("paths", whole), printer());
  }

  /** People hear of what can't be read, scripts of everything. */
  private Consumer<Map<String, Object>> printer() {
    var console = paloma.console();
    if (console.json()) return console::row;
    return row -> {
      if (row.get("problem") instanceof Map<?, ?> problem) {
        console.note("paloma: " + problem.get("says") + " " + problem.get("hint"));
      }
    };
  }

  /** Some file managers name files by URL. */
  private static Path path(String text) {
    try {
      return text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text);
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw Problem.usage("path-wrong", text).exception();
    }
  }
}
