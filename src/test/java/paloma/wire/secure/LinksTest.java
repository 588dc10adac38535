package paloma.wire.secure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import paloma.identity.FixedIdentity;
import paloma.work.Tasks;
import paloma.work.WoundTime;

class LinksTest {
  /** One handshake at once, five seconds for each. */
  private static final Limits NARROW =
      new Limits(
          Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(3), 64, 4, 32, 1, 8);

  @Test
  void theTimeForAHandshakeRunsWhileItWaitsForItsTurn() throws Exception {
    var time = new WoundTime();
    var greeter = new Greeter(FixedIdentity.of(1), 1, 1, NARROW, time);
    try (var tasks = new Tasks(time);
        var links = new Links(greeter, NARROW, tasks, List::of, _ -> false);
        var server = new ServerSocket(0, 4, Lan.LOOPBACK);
        var slow = new Socket(Lan.LOOPBACK, server.getLocalPort());
        var second = server.accept();
        var waiting = new Socket(Lan.LOOPBACK, server.getLocalPort());
        var fourth = server.accept()) {
      links.admit(second, _ -> {});
      links.admit(fourth, _ -> {});
      time.awaitAlarms(2);

      time.pass(Duration.ofSeconds(5));

      assertEnds(slow);
      assertEnds(waiting);
    }
  }

  private static void assertEnds(Socket socket) throws Exception {
    socket.setSoTimeout(3_000);
    assertThat(ended(socket)).isTrue();
  }

  private static boolean ended(Socket socket) throws Exception {
    try {
      // An alert of TLS may come first.
      while (socket.getInputStream().read() >= 0) {}
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (java.io.IOException e) {
      return true;
    }
  }
}
