package paloma.ui.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import paloma.doctor.Check;
import paloma.doctor.Check.Result;
import paloma.ui.doctor.CheckGrid.Line;

class CheckGridTest {
  private final CheckGrid grid =
      new CheckGrid(
          List.of(
              check("interface", "eth0", Result.OK),
              check("interface", "wlan0", Result.OK),
              check("multicast-out", "eth0", Result.OK, "IPv4"),
              check("multicast-out", "eth0", Result.BLOCKED, "IPv6"),
              check("multicast-out", "wlan0", Result.WARNING, "IPv4"),
              check("broadcast", "eth0", Result.OK),
              check("tcp-out", "10.0.0.1:1", Result.OK),
              check("tcp-out", "10.0.0.2:1", Result.BLOCKED)));

  private static Check check(String check, String subject, Result result, String... details) {
    return new Check(check, subject, result, List.of(details));
  }

  @Test
  void bothKindsOfMulticastHaveALine() {
    assertThat(grid.lines())
        .containsExactly(
            new Line("interface", ""),
            new Line("multicast-out", "IPv4"),
            new Line("multicast-out", "IPv6"),
            new Line("broadcast", ""),
            new Line("tcp-out", ""));
    var six = new Line("multicast-out", "IPv6");
    assertThat(grid.at(six, "eth0").orElseThrow().result()).isEqualTo(Result.BLOCKED);
    assertThat(grid.at(six, "wlan0")).isEmpty();
  }

  @Test
  void whatIsAboutNoInterfaceIsShownWhole() {
    assertThat(grid.whole(new Line("tcp-out", ""))).hasSize(2);
    assertThat(grid.whole(new Line("broadcast", ""))).isEmpty();
  }
}
