package paloma.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DatagramPortTest {
  private static final InetAddress GROUP = InetAddress.ofLiteral("239.255.80.77");
  private static final InetAddress SELF = InetAddress.ofLiteral("127.0.0.1");

  @Test
  void everySharerHearsEveryMulticastAndEveryBroadcast() throws Exception {
    var lo = NetworkInterface.getByInetAddress(SELF);
    var nic = new Nic(lo.getName(), lo.getIndex(), true, List.of(new Nic.Local(SELF, 8, null)));
    int port = free();
    try (var one = DatagramPort.open(StandardProtocolFamily.INET, GROUP, port);
        var two = DatagramPort.open(StandardProtocolFamily.INET, GROUP, port)) {
      assertThat(one.join(List.of(nic))).isTrue();
      assertThat(two.join(List.of(nic))).isTrue();

      one.multicast(bytes(7), nic);
      assertThat(next(one)).isEqualTo(7);
      assertThat(next(two)).isEqualTo(7);

      Assumptions.assumeTrue(
          System.getProperty("os.name").equals("Linux"), "a loopback that broadcasts");
      one.broadcast(bytes(8), InetAddress.ofLiteral("127.255.255.255"));
      assertThat(next(one)).isEqualTo(8);
      assertThat(next(two)).isEqualTo(8);
    }
  }

  @Test
  void aSenderIsHeardFromItsOwnAddress() throws Exception {
    var lo = NetworkInterface.getByInetAddress(SELF);
    var nic = new Nic(lo.getName(), lo.getIndex(), true, List.of(new Nic.Local(SELF, 8, null)));
    int port = free();
    try (var hears = DatagramPort.open(StandardProtocolFamily.INET, GROUP, port);
        var says = DatagramPort.from(SELF, GROUP, port)) {
      hears.join(List.of(nic));
      says.multicast(bytes(1), nic);
      var from = CompletableFuture.supplyAsync(() -> from(hears)).get(10, TimeUnit.SECONDS);
      assertThat(from).isEqualTo(SELF);
    }
  }

  @Test
  void anInterfaceThatIsGoneIsSaid() throws Exception {
    try (var port = DatagramPort.open(StandardProtocolFamily.INET, GROUP, free())) {
      assertThat(port.join(List.of(new Nic("gone", 9_999, false, List.of())))).isFalse();
    }
  }

  private static int free() throws IOException {
    try (var socket = new DatagramSocket()) {
      return socket.getLocalPort();
    }
  }

  private static ByteBuffer bytes(int value) {
    return ByteBuffer.wrap(new byte[] {(byte) value});
  }

  private static int next(DatagramPort port) throws Exception {
    return CompletableFuture.supplyAsync(
            () -> {
              var buffer = ByteBuffer.allocate(8);
              try {
                port.receive(buffer);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
              return (int) buffer.get(0);
            })
        .get(10, TimeUnit.SECONDS);
  }

  private static InetAddress from(DatagramPort port) {
    try {
      return port.receive(ByteBuffer.allocate(8)).getAddress();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
