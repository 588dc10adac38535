package paloma.model;

import java.net.Inet6Address;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code HOST[:PORT]} as somebody writes it; an IPv6 address with a port stands in brackets. The
 * host is a name or an address and was not looked up.
 */
public record HostAndPort(String host, int port) {
  /** The first of Paloma's ports; nobody else is registered there. */
  public static final int USUAL_PORT = 24250;

  private static final int LAST_PORT = 65_535;

  /** What DNS allows in all; underscores because Windows names have them. */
  private static final int LONGEST_NAME = 253;

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]*[\\p{L}\\p{N}_])?");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
  private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9]");
  private static final Pattern ZONE = Pattern.compile("%[\\p{Alnum}_.-]+$");

  /**
   * With Paloma's usual port where none is said; empty when it is neither a name nor an address.
   */
  public static Optional<HostAndPort> parse(String text) {
    return parse(text, USUAL_PORT);
  }

  public static Optional<HostAndPort> parse(String text, int otherwise) {
    var words = text.strip();
    int colon = words.lastIndexOf(':');
    if (words.startsWith("[")) {
      int end = words.indexOf(']');
      if (end < 2) return Optional.empty();
      var host = words.substring(1, end);
      if (end == words.length() - 1) return with(host, otherwise);
      return colon == end + 1 ? with(host, words.substring(colon + 1)) : Optional.empty();
    }
    boolean bareIpv6 = colon >= 0 && words.indexOf(':') != colon;
    if (colon < 0 || bareIpv6) return with(words, otherwise);
    return with(words.substring(0, colon), words.substring(colon + 1));
  }

  private static Optional<HostAndPort> with(String host, String port) {
    try {
      return with(host, Integer.parseInt(port));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<HostAndPort> with(String host, int port) {
    return port >= 1 && port <= LAST_PORT && possible(host)
        ? Optional.of(new HostAndPort(host, port))
        : Optional.empty();
  }

  private static boolean possible(String host) {
    if (host.indexOf(':') >= 0) return ipv6(ZONE.matcher(host).replaceFirst(""));
    var parts = host.split("\\.", -1);
    if (NUMBERS.matcher(host).matches()) {
      return parts.length == 4 && all(OCTET, parts);
    }
    return host.length() <= LONGEST_NAME && all(NAME, parts);
  }

  private static boolean ipv6(String address) {
    try {
      return Inet6Address.ofLiteral(address) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean all(Pattern pattern, String[] parts) {
    for (var part : parts) if (!pattern.matcher(part).matches()) return false;
    return true;
  }

  /** As it may be written again. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
