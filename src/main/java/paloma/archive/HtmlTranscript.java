package paloma.archive;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import paloma.settings.Words;

/**
 * A conversation as one page for the browser, in light and dark. It has no scripts, loads nothing,
 * and forbids both to whatever could have slipped in.
 */
final class HtmlTranscript implements Transcript {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #d9dce1; --own: #e4effb; --other: #f1f2f4; --dim: #5d6570; }
      @media (prefers-color-scheme: dark) { :root { --line: #3a3f46; --own: #1f3a57; --other: #2a2e34; --dim: #a3abb5; } }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.3rem; margin: 0 0 .3rem; }
      header { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
      header p, time, .who { color: var(--dim); font-size: .85rem; margin: 0; }
      h2 { font-size: .9rem; font-weight: 600; text-align: center; color: var(--dim); margin: 1.6rem 0 .8rem; }
      article { margin: .5rem 0; max-width: 80%; }
      article.own { margin-left: auto; }
      .said { background: var(--other); border-radius: .6rem; padding: .5rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere; }
      .own .said { background: var(--own); }
      @media print { .said { border: 1px solid var(--line); } }
      """;

  private final Appendable out;
  private final Words words;
  private ZoneId zone;
  private LocalDate day;

  HtmlTranscript(Appendable out, Words words) {
    this.out = out;
    this.words = words;
  }

  @Override
  public void begin(Heading heading) throws IOException {
    zone = heading.zone();
    var title = words.say("cli.export.title", heading.title());
    out.append("<!DOCTYPE html>\n<html lang=\"");
    out.append(words.language().locale().toLanguageTag());
    out.append("\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    out.append(" style-src 'unsafe-inline'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    out.append(escaped(title)).append("</title>\n<style>\n").append(STYLE);
    out.append("</style>\n</head>\n<body>\n<header>\n<h1>").append(escaped(title));
    out.append("</h1>\n<p>");
    var made = words.say("cli.export.made", Transcript.moment(heading.exported(), zone));
    out.append(escaped(made)).append("</p>\n<p><bdi>");
    var people = heading.people().stream().map(HtmlTranscript::escaped).toList();
    out.append(String.join("</bdi> · <bdi>", people)).append("</bdi></p>\n</header>\n<main>\n");
  }

  @Override
  public void line(Line line) throws IOException {
    var at = line.message().time().atZone(zone);
    if (!at.toLocalDate().equals(day)) {
      day = at.toLocalDate();
      out.append("<h2>").append(day.toString()).append("</h2>\n");
    }
    out.append(line.message().own() ? "<article class=\"own\">" : "<article>");
    out.append("<p class=\"who\"><bdi>").append(escaped(line.author())).append("</bdi> ");
    out.append("<time datetime=\"").append(line.message().time().toString()).append("\">");
    out.append(TIME.format(at)).append("</time></p><div class=\"said\" dir=\"auto\">");
    out.append(escaped(Transcript.words(line.message().body(), words)));
    out.append("</div></article>\n");
  }

  @Override
  public void end() throws IOException {
    out.append("</main>\n</body>\n</html>\n");
  }

  static String escaped(String text) {
    return Transcript.visible(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
