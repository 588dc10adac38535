package paloma.cli.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paloma.core.Announcement;
import paloma.core.Announcing;
import paloma.core.Messenger;
import paloma.model.BoardBody.Priority;
import paloma.model.DeviceId;
import paloma.model.Peer;

/** What is announced to many, and what became of it. */
record AnnouncementRequests(Messenger messenger) {
  /** Announcements that are listed when nobody says how many. */
  private static final int USUAL = 50;

  Map<String, Handler> handlers() {
    return Map.of(
        "announce", Handler.rows(this::announce),
        "audience", Handler.rows(this::audience),
        "announcements", Handler.rows(this::list),
        "confirmations", Handler.rows(this::confirmations),
        "confirm", Handler.rows(this::confirm));
  }

  private void announce(Request request, Reply reply) {
    var priority = request.flag("important") ? Priority.IMPORTANT : Priority.NORMAL;
    var made =
        messenger
            .announcements()
            .announce(
                new Announcing(
                    request.optional("title").orElse(""),
                    request.text("text"),
                    priority,
                    request.flag("confirm"),
                    request.texts("to")));
    var audience = messenger.announcements().audience(request.texts("to"));
    audience.forEach(peer -> reply.row(announced(made, peer)));
    if (audience.isEmpty()) reply.row(announced(made, null));
  }

  /** A row for each person it is for; where nobody is known one row tells that it was said. */
  private Map<String, Object> announced(Announcement made, DeviceId peer) {
    var row = new LinkedHashMap<String, Object>();
    row.put("message", made.message().id().text());
    row.put("conversation", made.message().conversation().text());
    row.put("peer", peer == null ? null : peer.text());
    row.put("name", peer == null ? null : name(peer));
    row.put("confirmed", false);
    return row;
  }

  private void audience(Request request, Reply reply) {
    var to = request.texts("to");
    reply.row(Map.of("people", messenger.announcements().audience(to).size()));
  }

  /** Oldest first, as all that was said is listed. */
  private void list(Request request, Reply reply) {
    messenger.announcements().list(request.number("limit", USUAL)).reversed().stream()
        .map(this::row)
        .forEach(reply::row);
  }

  private void confirmations(Request request, Reply reply) {
    for (var answer : messenger.announcements().answers(request.message("message"))) {
      var row = new LinkedHashMap<String, Object>();
      row.put("peer", answer.reader().text());
      row.put("name", name(answer.reader()));
      row.put("department", department(answer.reader()));
      row.put("confirmed", answer.given());
      row.put("confirmedAt", Rows.time(answer.confirmed()));
      row.put("delivered", answer.delivered());
      row.put("read", answer.read());
      reply.row(row);
    }
  }

  private void confirm(Request request, Reply reply) {
    reply.row(row(messenger.announcements().confirm(request.message("message"))));
  }

  private Map<String, Object> row(Announcement one) {
    var row = TalkRequests.rows(messenger).row(one.message());
    row.put("authorName", one.author());
    row.put("departments", List.copyOf(one.departments()));
    row.put("confirmed", one.confirmed());
    return row;
  }

  private String name(DeviceId peer) {
    return messenger.peer(peer).map(Peer::name).orElse("");
  }

  private String department(DeviceId peer) {
    return messenger.peer(peer).map(p -> p.profile().department()).orElse("");
  }
}
