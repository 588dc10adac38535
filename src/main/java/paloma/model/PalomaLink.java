package paloma.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A link that other programs may hand to us: {@code paloma:chat/ID} and {@code
 * paloma:add/HOST[:PORT]}. Whoever wrote it is a stranger: what is not exactly one of these is
 * refused. Pure.
 */
public sealed interface PalomaLink {
  /** The conversation with somebody, by an id or six or more of its first characters. */
  record Chat(String id) implements PalomaLink {}

  /** An address where somebody may be; the port is empty where the link names none. */
  record Add(String host, OptionalInt port) implements PalomaLink {}

  /** Characters; more than anything that we would write has. */
  int LONGEST = 512;

  /** What a person is shown of a link that was refused. */
  int SHOWN = 80;

  String SCHEME = "paloma:";
  Pattern ID = Pattern.compile("(?:-*[A-Za-z0-9]){6,60}");
  Pattern HOST =
      Pattern.compile(
          "(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?)(?::(?<port>\\d{1,5}))?"
              + "|\\[(?<six>[0-9A-Fa-f:.]{2,45})](?::(?<sixport>\\d{1,5}))?");

  /** Below are the ports of the system's own servers: no link may make us knock there. */
  int FIRST_PORT = 1024;

  int LAST_PORT = 65_535;

  /** Reads a link; empty for anything else. */
  static Optional<PalomaLink> parse(String text) {
    if (text.length() > LONGEST || !text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    return decoded(text.substring(SCHEME.length())).flatMap(PalomaLink::of);
  }

  private static Optional<PalomaLink> of(String words) {
    int slash = words.indexOf('/');
    if (slash < 0) return Optional.empty();
    var rest = words.substring(slash + 1);
    return switch (words.substring(0, slash)) {
      case "chat" -> ID.matcher(rest).matches() ? Optional.of(new Chat(rest)) : Optional.empty();
      case "add" -> add(rest);
      default -> Optional.empty();
    };
  }

  private static Optional<PalomaLink> add(String rest) {
    var found = HOST.matcher(rest);
    if (!found.matches()) return Optional.empty();
    boolean six = found.group("six") != null;
    var host = found.group(six ? "six" : "name");
    if (six && host.indexOf(':') < 0) return Optional.empty();
    var port = found.group(six ? "sixport" : "port");
    if (port == null) return Optional.of(new Add(host, OptionalInt.empty()));
    int number = Integer.parseInt(port);
    return number >= FIRST_PORT && number <= LAST_PORT
        ? Optional.of(new Add(host, OptionalInt.of(number)))
        : Optional.empty();
  }

  /** Takes percent signs away; empty for a broken one, what is no UTF-8, and control characters. */
  private static Optional<String> decoded(String text) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' || c <= ' ') return Optional.empty();
      if (c != '%') {
        bytes.write(c);
        continue;
      }
      if (i + 2 >= text.length()) return Optional.empty();
      int high = Character.digit(text.charAt(++i), 16);
      int low = Character.digit(text.charAt(++i), 16);
      if (high < 0 || low < 0) return Optional.empty();
      bytes.write(high * 16 + low);
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is no UTF-8
      var plain = decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
      return plain.chars().anyMatch(Character::isISOControl)
          ? Optional.empty()
          : Optional.of(plain);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** A link that was refused, short and without anything that could steer a terminal. */
  static String shown(String text) {
    var start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return start.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }
}
