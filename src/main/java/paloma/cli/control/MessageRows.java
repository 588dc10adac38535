package paloma.cli.control;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import paloma.model.AutoBody;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.SealedBody;
import paloma.model.VerbBody;

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
    var facts = message.facts();
    row.put("edited", facts.edited() != null);
    row.put("recalled", facts.recalled());
    row.put(
        "sealed", message.body() instanceof SealedBody.Sealed sealed && sealed.opened() == null);
    row.put("reply", facts.reply() == null ? null : facts.reply().text());
    row.put("reactions", reactions(facts));
    row.put("files", files(message));
    row.put("editedAt", Rows.time(facts.edited()));
    row.put("mentions", facts.mentions().who().stream().map(DeviceId::text).toList());
    row.put("mentionsAll", facts.mentions().all());
    row.put("pinned", facts.pinned());
    if (message.body() instanceof BoardBody.Announced said) {
      row.put("title", said.title().isEmpty() ? null : said.title());
      row.put("priority", Rows.word(said.priority()));
      row.put("confirm", said.confirm());
    }
    row.put("forwardedFrom", facts.forwardedFrom().isEmpty() ? null : facts.forwardedFrom());
    return row;
  }

  private static Map<String, Object> reactions(Message.Facts facts) {
    var reactions = new LinkedHashMap<String, Object>();
    facts
        .reactions()
        .forEach((emoji, who) -> reactions.put(emoji, who.stream().map(DeviceId::text).toList()));
    return reactions;
  }

  static String kind(Body body) {
    return switch (body) {
      case Body.Text _, SealedBody.Sealed _ -> "text";
      case Body.Offer _ -> "files";
      case BoardBody.Announced _ -> "announcement";
      case AutoBody.AutoReply _ -> "auto-reply";
      case Body.OfferState _,
          SealedBody.Opened _,
          Body.Unknown _,
          VerbBody _,
          BoardBody _,
          GroupBody _ ->
          "notice";
    };
  }

  /** What a message says, in words that a program can read. */
  String text(Body body) {
    return switch (body) {
      case Body.Text said -> said.text();
      case Body.Offer offer -> offer.note();
      case Body.OfferState state -> state.verdict().name().toLowerCase(Locale.ROOT);
      case AutoBody.AutoReply reply -> reply.text();
      case SealedBody.Sealed sealed -> sealed.text();
      case GroupBody group -> GroupRows.text(group, nameOf);
      case BoardBody.Announced said -> said.text();
      case SealedBody.Opened _, Body.Unknown _, VerbBody _, BoardBody _ -> "";
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
