package paloma.core;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import paloma.archive.NewFile;
import paloma.archive.Transcript;
import paloma.log.Timeline;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.Problem;
import paloma.settings.Words;
import paloma.store.Database;
import paloma.store.HistoryStore;

/**
 * Writes one conversation to a file, page by page.
 *
 * @param nameOf how people are called here
 */
record Exporting(Database database, Timeline timeline, Function<DeviceId, String> nameOf) {
  /** Messages that are held at a time. */
  private static final int PAGE = 200;

  long export(ConversationId id, DeviceId us, String format, Path file, Words words, Instant now) {
    var count = new long[1];
    NewFile.write(
        file,
        out -> {
          var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          var transcript =
              Transcript.named(format, text, words)
                  .orElseThrow(() -> Problem.usage("request-field", "format").exception());
          transcript.begin(heading(id, us, now));
          count[0] = lines(id, transcript);
          transcript.end();
          text.flush();
        });
    return count[0];
  }

  private Transcript.Heading heading(ConversationId id, DeviceId us, Instant now) {
    var others = timeline.conversation(id).members().stream().map(nameOf).toList();
    var people = new ArrayList<String>();
    people.add(nameOf.apply(us));
    people.addAll(others);
    return new Transcript.Heading(
        id.text(), String.join(", ", others), people, now, ZoneId.systemDefault());
  }

  private long lines(ConversationId id, Transcript transcript) throws IOException {
    var history = new HistoryStore();
    long count = 0;
    Optional<Message.Position> place = Optional.empty();
    while (true) {
      var from = place;
      var page =
          database.read(tx -> history.after(tx, id, from, PAGE)).stream()
              .map(timeline::message)
              .flatMap(Optional::stream)
              .toList();
      if (page.isEmpty()) return count;
      for (var message : page) {
        transcript.line(new Transcript.Line(message, nameOf.apply(message.author())));
        count++;
      }
      place = Optional.of(page.getLast().position());
    }
  }
}
