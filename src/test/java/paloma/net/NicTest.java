package paloma.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class NicTest {
  private final Nic nic =
      new Nic(
          "eth0",
          3,
          false,
          List.of(
              new Nic.Local(ip("203.0.113.130"), 25, ip("203.0.113.255")),
              new Nic.Local(ip("2001:db8::5"), 64, null),
              new Nic.Local(ip("fe80::1"), 64, null)));

  @Test
  void theNetworkOfAnAddressIsItsPrefix() throws Exception {
    assertThat(nic.reaches(ip("203.0.113.200"))).isTrue();
    assertThat(nic.reaches(ip("203.0.113.5"))).isFalse();
    assertThat(nic.reaches(ip("2001:db8::ffff"))).isTrue();
    assertThat(nic.reaches(ip("2001:db8:0:1::1"))).isFalse();
  }

  @Test
  void aLinkLocalAddressIsReachedByItsScope() throws Exception {
    var bytes = ip("fe80::9").getAddress();
    assertThat(nic.reaches(Inet6Address.getByAddress(null, bytes, 3))).isTrue();
    assertThat(nic.reaches(Inet6Address.getByAddress(null, bytes, 4))).isFalse();
  }

  @Test
  void localIsPrivateByFormOrOnTheLink() {
    var nics = List.of(nic);
    for (var near :
        List.of(
            "10.1.2.3",
            "172.31.0.1",
            "192.168.9.9",
            "100.64.0.1",
            "127.0.0.1",
            "169.254.1.1",
            "203.0.113.200",
            "::1",
            "fe80::1",
            "fd00::1",
            "2001:db8::77")) {
      assertThat(Reach.local(ip(near), nics)).as(near).isTrue();
    }
    for (var far :
        List.of(
            "8.8.8.8",
            "172.32.0.1",
            "192.169.0.1",
            "100.128.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "203.0.113.5",
            "2001:db8:1::1",
            "::",
            "ff02::1")) {
      assertThat(Reach.local(ip(far), nics)).as(far).isFalse();
    }
  }

  @Test
  void peopleReadNameAndAddresses() {
    assertThat(nic.text()).startsWith("eth0 203.0.113.130 ").doesNotContain("%");
  }

  private static InetAddress ip(String text) {
    return InetAddress.ofLiteral(text);
  }
}
