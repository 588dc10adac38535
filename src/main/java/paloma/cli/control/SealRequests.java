package paloma.cli.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import paloma.core.Messenger;
import paloma.core.SealedMessages;
import paloma.model.Peer;

/** Sealed messages: opened, who has opened them, and the app password for the locked ones. */
record SealRequests(Messenger messenger) {
  Map<String, Handler> handlers() {
    return Map.of(
        "open", Handler.rows(this::open),
        "openings", Handler.rows(this::openings),
        "password", Handler.rows((_, reply) -> state(reply)),
        "password set", Handler.rows(this::set),
        "password clear", Handler.rows(this::clear));
  }

  private void open(Request request, Reply reply) {
    var opened = messenger.sealed().open(request.message("message"), request.optional("password"));
    reply.row(TalkRequests.rows(messenger).row(opened));
  }

  private void openings(Request request, Reply reply) {
    for (var opening : messenger.sealed().openings(request.message("message"))) {
      reply.row(row(opening));
    }
  }

  private Map<String, Object> row(SealedMessages.Opening opening) {
    var row = new LinkedHashMap<String, Object>();
    row.put("peer", opening.reader().text());
    row.put("name", messenger.peer(opening.reader()).map(Peer::name).orElse(""));
    row.put("time", Rows.time(opening.time()));
    return row;
  }

  private void set(Request request, Reply reply) {
    messenger.sealed().setPassword(old(request), request.text("password"));
    state(reply);
  }

  private void clear(Request request, Reply reply) {
    messenger.sealed().clearPassword(old(request));
    state(reply);
  }

  private static Optional<String> old(Request request) {
    return request.optional("old");
  }

  private void state(Reply reply) {
    reply.row(Map.of("set", messenger.sealed().passwordSet()));
  }
}
