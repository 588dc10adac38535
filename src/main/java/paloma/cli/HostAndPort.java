package paloma.cli;

import java.util.Optional;

/** {@code HOST[:PORT]} as somebody types it; an IPv6 address with a port stands in brackets. */
record HostAndPort(String host, int port) {
  private static final int LAST_PORT = 65_535;

  static Optional<HostAndPort> parse(String text, int otherwise) {
    var words = text.strip();
    int colon = words.lastIndexOf(':');
    if (words.startsWith("[")) {
      int end = words.indexOf(']');
      if (end < 2) return Optional.empty();
      var host = words.substring(1, end);
      if (end == words.length() - 1) return Optional.of(new HostAndPort(host, otherwise));
      return colon == end + 1 ? with(host, words.substring(colon + 1)) : Optional.empty();
    }
    boolean bareIpv6 = colon >= 0 && words.indexOf(':') != colon;
    if (colon < 0 || bareIpv6) {
      return words.isEmpty() ? Optional.empty() : Optional.of(new HostAndPort(words, otherwise));
    }
    return colon == 0
        ? Optional.empty()
        : with(words.substring(0, colon), words.substring(colon + 1));
  }

  private static Optional<HostAndPort> with(String host, String port) {
    try {
      int number = Integer.parseInt(port);
      return number >= 1 && number <= LAST_PORT
          ? Optional.of(new HostAndPort(host, number))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
