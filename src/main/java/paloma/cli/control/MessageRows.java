package paloma.cli.control;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.MessageId;

/**
 * Messages as the rows of {@code history} and {@code search}.
 *
 * @param nameOf how the timeline calls an author
 * @param pathOf where an offer's files lie here; null when nowhere yet
 */
record MessageRows(Function<DeviceId, String> nameOf, Function<MessageId, Path> pathOf) {
  Map<String, Object> row(Message message) {
    var row = new LinkedHashMap<String, Object>();
    row.put("message", message.id().text());
    row.put("conversation", message.conversation().text());
    row.put("author", message.author().text());
    row.put("authorName", nameOf.apply(message.author()));
    row.put("time", Rows.time(message.time()));
    row.put("kind", kind(message.body()));
    row.put("text", text(message.body()));
    row.put("state", Rows.word(message.state()));
    row.put("edited", false);
    row.put("recalled", false);
    row.put("sealed", false);
    row.put("reply", null);
    row.put("reactions", Map.of());
    row.put("files", files(message));
    return row;
  }

  static String kind(Body body) {
    return switch (body) {
      case Body.Text _ -> "text";
      case Body.Offer _ -> "files";
      case Body.OfferState _, Body.Unknown _ -> "notice";
    };
  }

  static String text(Body body) {
    return switch (body) {
      case Body.Text said -> said.text();
      case Body.Offer offer -> offer.note();
      case Body.OfferState state -> state.verdict().name().toLowerCase(Locale.ROOT);
      case Body.Unknown _ -> "";
    };
  }

  /** An offer's event names its first files and their sum; one file's size is that sum. */
  private List<Map<String, Object>> files(Message message) {
    if (!(message.body() instanceof Body.Offer offer)) return List.of();
    var names = offer.summary().names();
    var path = pathOf.apply(message.id());
    return names.stream()
        .map(name -> {
          var row = new LinkedHashMap<String, Object>();
          row.put("name", name);
          row.put("size", names.size() == 1 ? offer.summary().bytes() : null);
          row.put("path", path == null ? null : path.toString());
          return (Map<String, Object>) row;
        })
        .toList();
  }
}
