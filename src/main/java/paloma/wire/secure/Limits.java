package paloma.wire.secure;

import java.time.Duration;

/**
 * What somebody who has proved nothing may cost us; see {@code src/docs/security.md}, "Limits".
 *
 * @param connect until a TCP connection stands
 * @param handshake wall time for all of TLS: a read timeout alone is reset by one byte
 * @param hello wall time for both HELLOs
 * @param unauthenticated connections that have not proved a key, in all
 * @param perAddress the same from one address
 * @param perOwnAddress the same from an address of this machine, where several profiles may live
 * @param handshakes how many of them compute at once: about 5 ms of a core each
 * @param kept of {@code unauthenticated} and of {@code handshakes}, for addresses of contacts
 */
record Limits(
    Duration connect,
    Duration handshake,
    Duration hello,
    int unauthenticated,
    int perAddress,
    int perOwnAddress,
    int handshakes,
    int kept) {

  static final Limits STANDARD =
      new Limits(
          Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(3), 64, 4, 32, 16, 8);

  Limits withTimes(Duration handshake, Duration hello) {
    return new Limits(
        connect, handshake, hello, unauthenticated, perAddress, perOwnAddress, handshakes, kept);
  }
}
