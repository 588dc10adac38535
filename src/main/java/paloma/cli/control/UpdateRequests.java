package paloma.cli.control;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import paloma.core.Messenger;
import paloma.model.Installing;
import paloma.model.Problem;
import paloma.model.Release;
import paloma.model.Update;
import paloma.settings.Words;

/** Updates that colleagues pass on: seen, got, installed, passed on. */
record UpdateRequests(Messenger messenger, Words words) {
  Map<String, Handler> handlers() {
    return Map.of(
        "update", Handler.rows((_, reply) -> reply.row(row(messenger.updates().shown()))),
        "update add", Handler.rows(this::add),
        "update get", request -> reply -> get(request, reply),
        "update install", Handler.rows(this::install),
        "update cancel", change(() -> messenger.updates().cancel()),
        "update dismiss", change(() -> messenger.updates().dismiss()));
  }

  private Handler change(Runnable change) {
    return Handler.rows((_, reply) -> {
      change.run();
      reply.row(row(messenger.updates().shown()));
    });
  }

  private Map<String, Object> row(Optional<Update> update) {
    var row = update.map(u -> row(u, messenger, words)).orElseGet(UpdateRequests::nothing);
    row.put("running", messenger.status().version());
    return row;
  }

  /** An update as its row. */
  static Map<String, Object> row(Update update, Messenger messenger, Words words) {
    var row = release(update.release());
    row.put("state", update.state().word());
    row.put("from", update.from() == null ? null : update.from().text());
    row.put(
        "fromName",
        update.from() == null
            ? null
            : messenger.peer(update.from()).map(p -> p.name()).orElse(null));
    row.put("bytes", update.release().size());
    row.put("done", update.done());
    row.put("installable", update.installable());
    row.put("problem", update.problem() == null ? null : Rows.problem(update.problem(), words));
    return row;
  }

  /** The row while there is none. */
  static Map<String, Object> nothing() {
    var row = new LinkedHashMap<String, Object>();
    row.put("version", null);
    row.put("state", "none");
    return row;
  }

  /** A release as its row. */
  static Map<String, Object> release(Release release) {
    var row = new LinkedHashMap<String, Object>();
    row.put("version", release.version().toString());
    row.put("os", release.target().os());
    row.put("arch", release.target().arch());
    row.put("form", release.target().form());
    row.put("file", release.file());
    row.put("date", Rows.time(release.date()));
    return row;
  }

  private void add(Request request, Reply reply) {
    var row = release(messenger.updates().add(path(request.text("path"))));
    row.put("state", "held");
    reply.row(row);
  }

  private int get(Request request, Reply reply) throws InterruptedException {
    boolean waits = waits(request);
    try (var wait = UpdateWait.of(messenger)) {
      messenger.updates().get();
      var update = waits ? wait.untilEnded(request.patience()) : messenger.updates().shown();
      reply.row(row(update));
      return waits ? exit(update) : Exit.DONE;
    }
  }

  private static int exit(Optional<Update> update) {
    return switch (update.map(Update::state).orElse(Update.State.AVAILABLE)) {
      case READY -> Exit.DONE;
      case DOWNLOADING -> Exit.TIMED_OUT;
      case AVAILABLE -> Exit.FAILED;
      case REFUSED -> Exit.REFUSED;
    };
  }

  private static boolean waits(Request request) {
    return switch (request.optional("wait").orElse("")) {
      case "" -> false;
      case "finished" -> true;
      default -> throw Problem.usage("request-field", "wait").exception();
    };
  }

  private void install(Request request, Reply reply) {
    var row = row(messenger.updates().shown());
    switch (messenger.updates().install()) {
      case Installing.Outcome.Begun _ -> row.put("install", "begun");
      case Installing.Outcome.Type(var command) -> {
        row.put("install", "type");
        row.put("type", command);
      }
      case Installing.Outcome.Shown(var file) -> {
        row.put("install", "shown");
        row.put("path", file.toString());
      }
    }
    reply.row(row);
  }

  private static Path path(String text) {
    try {
      var path = Path.of(text);
      if (path.isAbsolute()) return path;
    } catch (InvalidPathException e) {
      // Said below, like a path that depends on where the client stands.
    }
    throw Problem.usage("path-wrong", text).exception();
  }
}
