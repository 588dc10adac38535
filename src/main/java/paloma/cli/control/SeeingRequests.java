package paloma.cli.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import paloma.core.Messenger;
import paloma.model.Problem;
import paloma.settings.Setting;
import paloma.settings.Settings;
import paloma.settings.Words;

/** How this instance is doing, and what it is told to be. */
record SeeingRequests(Messenger messenger, Settings settings, Words words) {
  Map<String, Handler> handlers() {
    return Map.of(
        "watch", this::watch,
        "status", Handler.rows((_, reply) -> reply.row(Rows.status(messenger.status()))),
        "metrics", Handler.rows((_, reply) -> reply.row(Rows.metrics(messenger.metrics()))),
        "doctor", Handler.rows(this::doctor),
        "settings", Handler.rows(this::settings),
        "settings problems", Handler.rows(this::problems),
        "settings get", Handler.rows((request, reply) -> reply.row(row(setting(request)))),
        "settings set", Handler.rows(this::set));
  }

  /** Listens before the next request of the connection is begun, so that nothing falls between. */
  private Handler.Finish watch(Request request) {
    var notices = NoticeQueue.of(messenger);
    standing().forEach(notices::tell);
    var rows = new NoticeRows(messenger, words);
    return reply -> {
      try (notices) {
        while (true) reply.row(rows.row(notices.take()));
      }
    };
  }

  private void doctor(Request request, Reply reply) {
    var about = request.optional("peer").map(words -> messenger.resolvePeer(words).id());
    messenger.doctor(about).forEach(check -> reply.row(Rows.check(check, words)));
  }

  private void settings(Request request, Reply reply) {
    Setting.ALL.forEach(setting -> reply.row(row(setting)));
  }

  private Stream<Problem> standing() {
    return Stream.concat(settings.problems().stream(), settings.warnings().stream());
  }

  /** What was wrong with the settings and the office's policy at the start. */
  private void problems(Request request, Reply reply) {
    standing().forEach(problem -> reply.row(Rows.problem(problem, words)));
  }

  private void set(Request request, Reply reply) {
    var setting = setting(request);
    settings.setWord(
        setting,
        Optional.ofNullable(request.fields().get("value"))
            .orElseThrow(() -> Problem.usage("request-field", "value").exception()));
    reply.row(row(setting));
  }

  private static Setting<?> setting(Request request) {
    var key = request.text("key");
    return Setting.named(key).orElseThrow(() -> Problem.usage("setting-unknown", key).exception());
  }

  private Map<String, Object> row(Setting<?> setting) {
    var row = new LinkedHashMap<String, Object>();
    row.put("key", setting.key());
    row.put("value", settings.get(setting));
    row.put("locked", settings.locked(setting));
    row.put("why", settings.why(setting).orElse(null));
    return row;
  }
}
