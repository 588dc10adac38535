package paloma.archive;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import paloma.settings.Words;

/** A conversation as plain text: a line a message, days between them. */
final class TextTranscript implements Transcript {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Appendable out;
  private final Words words;
  private ZoneId zone;
  private LocalDate day;

  TextTranscript(Appendable out, Words words) {
    this.out = out;
    this.words = words;
  }

  @Override
  public void begin(Heading heading) throws IOException {
    zone = heading.zone();
    out.append(oneLine(words.say("cli.export.title", heading.title()))).append('\n');
    out.append(words.say("cli.export.made", Transcript.moment(heading.exported(), zone)));
    out.append('\n');
    for (var person : heading.people()) out.append("- ").append(oneLine(person)).append('\n');
  }

  @Override
  public void line(Line line) throws IOException {
    var at = line.message().time().atZone(zone);
    if (!at.toLocalDate().equals(day)) {
      day = at.toLocalDate();
      out.append("\n== ").append(day.toString()).append(" ==\n");
    }
    var said = Transcript.visible(Transcript.words(line.message().body(), words));
    out.append('[').append(TIME.format(at)).append("] ").append(oneLine(line.author()));
    // A further line is indented, so that nobody can write what looks like another's message.
    out.append(": ").append(said.replace("\n", "\n    ")).append('\n');
  }

  private static String oneLine(String name) {
    return Transcript.visible(name).replace('\n', ' ');
  }

  @Override
  public void end() {}
}
