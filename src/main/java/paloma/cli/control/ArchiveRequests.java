package paloma.cli.control;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import paloma.core.Messenger;
import paloma.model.Problem;
import paloma.settings.Words;

/** History as files. */
record ArchiveRequests(Messenger messenger, Words words) {
  Map<String, Handler> handlers() {
    return Map.of(
        "export", Handler.rows(this::export),
        "import", Handler.rows(this::take),
        "backup", Handler.rows(this::backup));
  }

  private void export(Request request, Reply reply) {
    var conversation = messenger.resolveConversation(request.text("conversation"));
    var format = request.text("format");
    var file = path(request);
    long messages = messenger.archive().export(conversation, format, file, words);
    var row = new LinkedHashMap<String, Object>();
    row.put("conversation", conversation.text());
    row.put("format", format);
    row.put("file", file.toString());
    row.put("messages", messages);
    row.put("bytes", file.toFile().length());
    reply.row(row);
  }

  private void take(Request request, Reply reply) {
    var from = request.text("from");
    var file = path(request);
    var imported = messenger.archive().importFrom(from, file, request.optional("encoding"));
    var row = new LinkedHashMap<String, Object>();
    row.put("from", from);
    row.put("file", file.toString());
    row.put("read", imported.read());
    row.put("added", imported.added());
    row.put("known", imported.known());
    row.put("people", imported.people());
    row.put("unreadable", imported.unreadable());
    row.put("lines", imported.lines());
    reply.row(row);
  }

  private void backup(Request request, Reply reply) {
    var file = path(request);
    long bytes = messenger.archive().backup(file, request.text("passphrase").toCharArray());
    var row = new LinkedHashMap<String, Object>();
    row.put("file", file.toString());
    row.put("bytes", bytes);
    reply.row(row);
  }

  static Path path(Request request) {
    var text = request.text("path");
    try {
      var path = Path.of(text);
      if (path.isAbsolute() && !Files.isDirectory(path)) return path;
    } catch (InvalidPathException e) {
      // Said below, like a path that depends on where the client stands.
    }
    throw Problem.usage("path-wrong", text).exception();
  }
}
