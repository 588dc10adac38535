package paloma.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class GroupPortsTest {
  private static final InetAddress GROUP = InetAddress.ofLiteral("ff12::5061:6c70");
  private static final InetAddress SELF = InetAddress.ofLiteral("127.0.0.1");

  @Test
  void aGroupIsHeardAndIPv4OfTheSamePortIsNot() throws Exception {
    Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "binds a group");
    var nic = withIPv6();
    Assumptions.assumeTrue(nic != null, "an interface with an address of the link");
    int port = free();
    var opened = new ArrayList<DatagramPort>();
    try (var ports = new GroupPorts(GROUP, port, opened::add);
        var four = new DatagramSocket();
        var to = DatagramPort.from(InetAddress.ofLiteral("::"), GROUP, port)) {
      assertThat(ports.use(List.of(nic))).isTrue();
      assertThat(opened).hasSize(1);

      four.send(new DatagramPacket(new byte[] {4}, 1, SELF, port));
      to.multicast(ByteBuffer.wrap(new byte[] {6}), nic);

      assertThat(next(opened.getFirst())).as("the first that is heard").isEqualTo(6);
    }
  }

  @Test
  void renewedAndGoneInterfacesCloseTheirPorts() throws Exception {
    var nic = withIPv6();
    Assumptions.assumeTrue(nic != null, "an interface with an address of the link");
    var opened = new ArrayList<DatagramPort>();
    try (var ports = new GroupPorts(GROUP, free(), opened::add)) {
      ports.use(List.of(nic));
      assertThat(ports.sockets()).isEqualTo(1);
      Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "binds a group");

      ports.renew(List.of(nic));
      assertThat(opened).hasSize(2);
      assertThat(opened.getFirst().open()).isFalse();
      ports.use(List.of());
      assertThat(ports.sockets()).isZero();
      assertThat(opened.getLast().open()).isFalse();
    }
  }

  private static Nic withIPv6() throws IOException {
    for (var each : NetworkInterface.networkInterfaces().toList()) {
      if (!each.isUp() || each.isLoopback()) continue;
      for (var address : each.getInterfaceAddresses()) {
        if (address.getAddress() instanceof Inet6Address six && six.isLinkLocalAddress()) {
          var local = new Nic.Local(six, address.getNetworkPrefixLength(), null);
          return new Nic(each.getName(), each.getIndex(), false, List.of(local));
        }
      }
    }
    return null;
  }

  private static int free() throws IOException {
    try (var socket = new DatagramSocket()) {
      return socket.getLocalPort();
    }
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
}
