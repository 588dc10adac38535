package paloma.archive;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import paloma.model.AutoBody;
import paloma.model.Body;
import paloma.model.Message;
import paloma.model.SealedBody;
import paloma.settings.Words;

/**
 * A form of a conversation for people or programs, written as it comes: nothing is kept. Not
 * thread-safe.
 */
public sealed interface Transcript permits TextTranscript, HtmlTranscript, JsonTranscript {
  /**
   * What stands above.
   *
   * @param title the conversation's name
   * @param people everybody in it, by name
   */
  record Heading(
      String conversation, String title, List<String> people, Instant exported, ZoneId zone) {}

  /** One message with its author's name. */
  record Line(Message message, String author) {}

  void begin(Heading heading) throws IOException;

  void line(Line line) throws IOException;

  void end() throws IOException;

  /** The form of this name, written to {@code out}; empty when there is none. */
  static Optional<Transcript> named(String format, Appendable out, Words words) {
    return switch (format) {
      case "txt" -> Optional.of(new TextTranscript(out, words));
      case "html" -> Optional.of(new HtmlTranscript(out, words));
      case "json" -> Optional.of(new JsonTranscript(out));
      default -> Optional.empty();
    };
  }

  /** A moment with its zone, as every export says it. */
  static String moment(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx").format(at.atZone(zone))
        + " ("
        + zone.getId()
        + ")";
  }

  /** What a body says to people. */
  static String words(Body body, Words words) {
    if (body instanceof Body.Text text) return text.text();
    if (body instanceof Body.Offer offer) {
      var files = words.say("cli.export.files", String.join(", ", offer.summary().names()));
      return offer.note().isBlank() ? files : offer.note() + "\n" + files;
    }
    if (body instanceof AutoBody.AutoReply reply) return words.say("cli.auto-reply", reply.text());
    if (body instanceof SealedBody.Sealed sealed) {
      return sealed.text().isEmpty() ? words.say("window.line.sealed") : sealed.text();
    }
    return words.say("cli.export.unknown");
  }

  /**
   * Text with everything visible that could move, hide or reverse what stands around it; line ends
   * and tabs stay.
   */
  static String visible(String text) {
    var out = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(c -> {
          if (hidden(c)) out.append("‹U+%04X›".formatted(c));
          else out.appendCodePoint(c);
        });
    return out.toString();
  }

  private static boolean hidden(int c) {
    if (c == '\n' || c == '\t') return false;
    return Character.isISOControl(c)
        || c == 0x061C
        || c >= 0x200E && c <= 0x200F
        || c >= 0x2028 && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c == 0xFEFF
        || Character.getType(c) == Character.SURROGATE;
  }
}
