package paloma.cli.control;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import paloma.core.Messenger;
import paloma.model.PalomaLink;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.settings.Words;

/** What other programs want the window to show: nothing of it is done without the person. */
record ErrandRequests(Messenger messenger, Errands errands, Words words) {
  /** The first of Paloma's ports, for a link that names none. */
  private static final int PORT = 24250;

  Map<String, Handler> handlers() {
    return Map.of(
        "raise", Handler.rows((_, _) -> errands.offer(new Errand.Raise())),
        "link", Handler.rows((request, _) -> link(request.text("url"))),
        "share", request -> reply -> share(request, reply));
  }

  private void link(String url) {
    var link =
        PalomaLink.parse(url)
            .orElseThrow(() -> Problem.usage("link-wrong", PalomaLink.shown(url)).exception());
    switch (link) {
      case PalomaLink.Chat chat -> errands.give(converse(chat));
      case PalomaLink.Add add -> errands.give(new Errand.Dial(add.host(), add.port().orElse(PORT)));
    }
  }

  /** Whoever clicked sees the window only, so it says who is not known. */
  private Errand converse(PalomaLink.Chat chat) {
    try {
      return new Errand.Converse(messenger.resolveId(chat.id()).id());
    } catch (ProblemException e) {
      errands.offer(new Errand.Trouble(e.problem()));
      throw e;
    }
  }

  /** What can be read is shown for sending; of the rest, each row says why not. */
  private int share(Request request, Reply reply) {
    var problems = new LinkedHashMap<Path, Optional<Problem>>();
    for (var text : request.texts("paths")) {
      var path = FileRequests.path(text);
      problems.put(path, problem(path));
    }
    if (problems.isEmpty()) throw Problem.usage("request-field", "paths").exception();
    var readable = problems.keySet().stream().filter(p -> problems.get(p).isEmpty()).toList();
    if (!readable.isEmpty()) errands.give(new Errand.Share(readable));
    problems.forEach((path, problem) -> {
      problem.ifPresent(p -> errands.give(new Errand.Trouble(p)));
      reply.row(row(path, problem));
    });
    return readable.size() == problems.size() ? Exit.DONE : Exit.FAILED;
  }

  private static Optional<Problem> problem(Path path) {
    var name = path.toString();
    if (Files.notExists(path)) return Optional.of(Problem.failed("file-missing", name));
    return Files.isReadable(path)
        ? Optional.empty()
        : Optional.of(Problem.failed("file-unreadable", name));
  }

  private Map<String, Object> row(Path path, Optional<Problem> problem) {
    var row = new LinkedHashMap<String, Object>();
    row.put("path", path.toString());
    row.put("problem", problem.map(p -> Rows.problem(p, words)).orElse(null));
    return row;
  }
}
