package paloma.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import paloma.model.PalomaLink;
import paloma.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code link}: follows a {@code paloma:} link that another program was clicked at. */
@Command(name = "link")
final class LinkCommand implements Callable<Integer> {
  @ParentCommand private PalomaCommand paloma;

  @Parameters(index = "0", paramLabel = "URL", descriptionKey = "URL")
  private String url;

  /** What is no link of ours opens no window either. */
  @Override
  public Integer call() throws Exception {
    if (PalomaLink.parse(url).isEmpty()) {
      throw Problem.usage("link-wrong", PalomaLink.shown(url)).exception();
    }
    return new ToWindow(paloma).ask("link", Map.of("url", url), _ -> {});
  }
}
