package paloma.ui.conversation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A small, safe part of Markdown: bold, code, links, lists and quotes. Whatever is not understood
 * stays as it was written. Pure.
 */
public final class Markup {
  private static final Pattern INLINE =
      Pattern.compile(
          "`([^`\\n]+)`"
              + "|(?<![\\w*])\\*\\*?(?=\\S)([^*\\n]+?)(?<=\\S)\\*\\*?(?![\\w*])"
              + "|(https?://[^\\s<>\"'`，。；：！？、）】》]+)",
          Pattern.CASE_INSENSITIVE);
  private static final String FENCE = "```";

  private Markup() {}

  /** How a stretch of text is meant. */
  public enum Style {
    PLAIN,
    BOLD,
    CODE,
    LINK
  }

  /** A stretch of one style; {@code link} only for {@link Style#LINK}. */
  public record Span(String text, Style style, URI link) {}

  /** What a line is. */
  public enum Kind {
    TEXT,
    ITEM,
    QUOTE,
    CODE
  }

  /** Lines of one kind that follow each other; the lines of TEXT, QUOTE and CODE are joined. */
  public record Block(Kind kind, List<Span> spans) {}

  public static List<Block> parse(String text) {
    var blocks = new ArrayList<Block>();
    var open = new StringBuilder();
    Kind kind = null;
    boolean fences = text.indexOf(FENCE) != text.lastIndexOf(FENCE);
    boolean fenced = false;
    for (var line : text.strip().split("\n", -1)) {
      if (fences && line.strip().startsWith(FENCE)) {
        fenced = !fenced;
        continue;
      }
      var next = fenced ? Kind.CODE : kind(line);
      var words = content(line, next);
      if (next == kind && next != Kind.ITEM) {
        open.append('\n').append(words);
        continue;
      }
      if (kind != null) blocks.add(block(kind, open.toString()));
      kind = next;
      open.setLength(0);
      open.append(words);
    }
    if (kind != null) blocks.add(block(kind, open.toString()));
    return blocks;
  }

  private static Kind kind(String line) {
    if (line.startsWith("- ") || line.startsWith("* ") || line.startsWith("• ")) return Kind.ITEM;
    return line.startsWith("> ") ? Kind.QUOTE : Kind.TEXT;
  }

  private static String content(String line, Kind kind) {
    return switch (kind) {
      case TEXT, CODE -> line;
      case ITEM, QUOTE -> line.substring(2);
    };
  }

  private static Block block(Kind kind, String text) {
    return new Block(
        kind, kind == Kind.CODE ? List.of(new Span(text, Style.CODE, null)) : spans(text));
  }

  static List<Span> spans(String text) {
    var spans = new ArrayList<Span>();
    var found = INLINE.matcher(text);
    int from = 0;
    while (found.find(from)) {
      int end = found.end();
      Span span;
      if (found.group(1) != null) {
        span = new Span(found.group(1), Style.CODE, null);
      } else if (found.group(2) != null) {
        span = new Span(found.group(2), Style.BOLD, null);
      } else {
        var address = trimmed(found.group(3));
        end = found.start() + address.length();
        span = link(address);
      }
      plain(spans, text.substring(from, found.start()));
      spans.add(span);
      from = end;
    }
    plain(spans, text.substring(from));
    return spans;
  }

  private static void plain(List<Span> spans, String text) {
    if (!text.isEmpty()) spans.add(new Span(text, Style.PLAIN, null));
  }

  /** A full stop or bracket after an address belongs to the sentence. */
  private static String trimmed(String address) {
    int end = address.length();
    while (end > 0 && ".,;:!?*".indexOf(address.charAt(end - 1)) >= 0) end--;
    if (end > 0 && address.charAt(end - 1) == ')' && address.indexOf('(') < 0) end--;
    return address.substring(0, end);
  }

  private static Span link(String address) {
    try {
      var uri = new URI(address);
      return uri.getHost() == null
          ? new Span(address, Style.PLAIN, null)
          : new Span(address, Style.LINK, uri);
    } catch (URISyntaxException e) {
      return new Span(address, Style.PLAIN, null);
    }
  }
}
