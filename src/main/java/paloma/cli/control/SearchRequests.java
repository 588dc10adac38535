package paloma.cli.control;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import paloma.core.Messenger;
import paloma.model.Body;
import paloma.model.Message;
import paloma.model.PlainText;
import paloma.model.Problem;
import paloma.model.Query;
import paloma.model.Snippet;

/** What is found of all that was said. */
record SearchRequests(Messenger messenger) {
  /** Rows of somebody who names no limit: about a screen. */
  private static final int LIMIT = 50;

  private static final List<String> KINDS = List.of("text", "files", "announcement");

  Map<String, Handler> handlers() {
    return Map.of("search", Handler.rows(this::search));
  }

  private void search(Request request, Reply reply) {
    var words = request.text("query");
    if (PlainText.words(words).isEmpty()) throw Problem.usage("query-empty").exception();
    var query =
        new Query(
            request.optional("in").map(messenger::resolveConversation).orElse(null),
            request.optional("from").map(p -> messenger.resolvePeer(p).id()).orElse(null),
            words,
            request.instant("since").orElse(null),
            request.instant("until").orElse(null),
            null,
            request.optional("kind").map(SearchRequests::kind).orElse(null),
            request.number("limit", LIMIT));
    var rows = TalkRequests.rows(messenger);
    for (var message : messenger.search().messages(query).reversed()) {
      var row = rows.row(message);
      row.put("snippet", snippet(rows, message, words));
      reply.row(row);
    }
  }

  private static String kind(String word) {
    var kind = word.toLowerCase(Locale.ROOT);
    if (!KINDS.contains(kind)) throw Problem.usage("request-field", "kind").exception();
    return kind;
  }

  /** Out of what was written, or else of the name of a file that was meant. */
  private static String snippet(MessageRows rows, Message message, String words) {
    var texts =
        message.body() instanceof Body.Offer offer
            ? Stream.concat(Stream.of(offer.note()), offer.summary().names().stream()).toList()
            : List.of(rows.text(message.body()));
    return texts.stream()
        .filter(text -> !PlainText.hits(text, words).isEmpty())
        .findFirst()
        .map(text -> Snippet.of(text, words))
        .orElseGet(() -> Snippet.of(texts.getFirst(), words));
  }
}
