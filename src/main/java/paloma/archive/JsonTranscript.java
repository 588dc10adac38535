package paloma.archive;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paloma.model.AutoBody;
import paloma.model.Body;
import paloma.model.SealedBody;
import paloma.settings.Json;

/**
 * A conversation as one JSON object of which every message stands in a line of its own, so that it
 * can be read back without holding it all. The fields are those of {@code history}.
 */
final class JsonTranscript implements Transcript {
  static final String KIND = "paloma-history";
  static final int VERSION = 1;

  private final Appendable out;
  private boolean first = true;

  JsonTranscript(Appendable out) {
    this.out = out;
  }

  @Override
  public void begin(Heading heading) throws IOException {
    var head = new LinkedHashMap<String, Object>();
    head.put("kind", KIND);
    head.put("version", VERSION);
    head.put("conversation", heading.conversation());
    head.put("title", heading.title());
    head.put("people", heading.people());
    head.put("exported", heading.exported().toString());
    head.put("zone", heading.zone().getId());
    var line = Json.line(head);
    out.append(line, 0, line.length() - 1).append(",\"messages\":[\n");
  }

  @Override
  public void line(Line line) throws IOException {
    if (!first) out.append(",\n");
    first = false;
    out.append(Json.line(row(line)));
  }

  private static Map<String, Object> row(Line line) {
    var message = line.message();
    var row = new LinkedHashMap<String, Object>();
    row.put("message", message.id().text());
    row.put("conversation", message.conversation().text());
    row.put("author", message.author().text());
    row.put("authorName", line.author());
    row.put("own", message.own());
    row.put("time", message.time().toString());
    row.put("kind", kind(message.body()));
    row.put("text", text(message.body()));
    row.put("files", message.body() instanceof Body.Offer o ? o.summary().names() : List.of());
    return row;
  }

  private static String kind(Body body) {
    if (body instanceof Body.Text || body instanceof SealedBody.Sealed) return "text";
    if (body instanceof AutoBody.AutoReply) return "auto-reply";
    return body instanceof Body.Offer ? "files" : "notice";
  }

  private static String text(Body body) {
    if (body instanceof Body.Text text) return text.text();
    if (body instanceof AutoBody.AutoReply reply) return reply.text();
    // Empty until it was opened here.
    if (body instanceof SealedBody.Sealed sealed) return sealed.text();
    return body instanceof Body.Offer offer ? offer.note() : "";
  }

  @Override
  public void end() throws IOException {
    out.append("\n]}\n");
  }
}
