package paloma.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostAndPortTest {
  @Test
  void addressesAreReadWithAndWithoutPorts() {
    assertThat(HostAndPort.parse("anna.local", 1)).contains(new HostAndPort("anna.local", 1));
    assertThat(HostAndPort.parse(" 10.0.0.7:99 ", 1)).contains(new HostAndPort("10.0.0.7", 99));
    assertThat(HostAndPort.parse("fe80::1", 1)).contains(new HostAndPort("fe80::1", 1));
    assertThat(HostAndPort.parse("fe80::1%eth0", 1)).contains(new HostAndPort("fe80::1%eth0", 1));
    assertThat(HostAndPort.parse("[::1]:99", 1)).contains(new HostAndPort("::1", 99));
    assertThat(HostAndPort.parse("[::1]", 1)).contains(new HostAndPort("::1", 1));
    assertThat(HostAndPort.parse("文件-pc_2")).contains(new HostAndPort("文件-pc_2", 24250));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":99",
        "h:0",
        "h:65536",
        "h:x",
        "h:",
        "[]:1",
        "[::1]99",
        "[h]:1x",
        "a b",
        "a/b",
        "http://a",
        "a..b",
        ".a",
        "-a",
        "1.2.3",
        "1.2.3.256",
        "1.2.3.4.5",
        "fe80:::1",
        "::1%",
        "a,b"
      })
  void whatIsNeitherANameNorAnAddressIsRefused(String wrong) {
    assertThat(HostAndPort.parse(wrong)).isEmpty();
  }

  @Test
  void itCanBeWrittenAgain() {
    for (var text : new String[] {"anna:1", "[fe80::1%eth0]:7", "10.0.0.7:24250"}) {
      var read = HostAndPort.parse(text).orElseThrow();
      assertThat(read).hasToString(text);
      assertThat(HostAndPort.parse(read.toString())).contains(read);
    }
  }
}
