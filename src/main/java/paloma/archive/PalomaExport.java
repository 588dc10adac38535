package paloma.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import paloma.settings.Json;
import paloma.settings.Json.NotAnObject;

/**
 * Reads a conversation that {@code export --format json} wrote, a message a line. What stands in it
 * proves nothing: it goes into a conversation of its own.
 */
final class PalomaExport {
  static final String ORIGIN = "paloma";

  private final BufferedReader in;
  private final Imports imports;

  PalomaExport(BufferedReader in, Imports imports) {
    this.in = in;
    this.imports = imports;
  }

  /** Reads all of it; false when it is no export. */
  boolean read() throws IOException {
    var first = in.readLine();
    if (first == null || !first.contains("\"" + JsonTranscript.KIND + "\"")) return false;
    var head = head(first);
    if (head == null) return false;
    long line = 1;
    for (var text = in.readLine(); text != null; text = in.readLine()) {
      line++;
      if (text.isBlank() || text.equals("]}")) continue;
      message(head, text, line);
    }
    return true;
  }

  private static Map<String, Object> head(String line) {
    try {
      return Json.object(line + "]}");
    } catch (NotAnObject e) {
      return null;
    }
  }

  private void message(Map<String, Object> head, String text, long line) throws IOException {
    try {
      var row = Json.object(text.endsWith(",") ? text.substring(0, text.length() - 1) : text);
      var said = said(row);
      if (!(row.get("message") instanceof String id)
          || !(row.get("author") instanceof String author)
          || !(row.get("authorName") instanceof String name)
          || !(row.get("time") instanceof String time)
          || said.isEmpty()) {
        imports.unreadable(line);
        return;
      }
      boolean own = Boolean.TRUE.equals(row.get("own"));
      var conversation = String.valueOf(head.get("conversation"));
      imports.message(
          new Foreign(
              conversation,
              own ? conversation : author,
              own ? String.valueOf(head.get("title")) : name,
              "",
              own,
              Instant.parse(time),
              said,
              id,
              line));
    } catch (NotAnObject | DateTimeParseException e) {
      imports.unreadable(line);
    }
  }

  private static String said(Map<String, Object> row) {
    var text = row.get("text") instanceof String words ? words : "";
    if (!(row.get("files") instanceof List<?> files) || files.isEmpty()) return text;
    var names = files.stream().map(PalomaExport::name).collect(Collectors.joining(", "));
    return text.isBlank() ? names : text + "\n" + names;
  }

  private static String name(Object file) {
    return file instanceof Map<?, ?> row ? String.valueOf(row.get("name")) : String.valueOf(file);
  }
}
