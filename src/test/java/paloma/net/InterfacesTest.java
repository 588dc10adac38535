package paloma.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import paloma.work.Time;

class InterfacesTest {
  private static final InetAddress ONE = InetAddress.ofLiteral("10.0.0.1");
  private static final InetAddress TWO = InetAddress.ofLiteral("10.0.0.2");
  private static final InetAddress SELF = InetAddress.ofLiteral("127.0.0.1");

  private final Turns time = new Turns();
  private final List<List<Nic>> changes = new ArrayList<>();
  private List<Nic> there = List.of(nic("lo", true, SELF), nic("eth0", false, ONE, TWO));

  @Test
  void changesAreReportedOnceAndLoopbackStandsInForNothing() {
    var interfaces = new Interfaces(time, List.of(), () -> there);
    interfaces.start(changes::add);
    assertThat(interfaces.now()).extracting(Nic::name).containsExactly("eth0");

    time.turn();
    assertThat(changes).isEmpty();

    there = List.of(nic("lo", true, SELF));
    time.turn();
    time.turn();
    assertThat(changes).hasSize(1);
    assertThat(interfaces.now()).extracting(Nic::name).containsExactly("lo");
    assertThat(time.period).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void onlyChosenAddressesAreUsed() {
    var interfaces = new Interfaces(time, List.of(TWO, SELF), () -> there);
    interfaces.start(changes::add);

    assertThat(interfaces.now())
        .extracting(Nic::text)
        .containsExactly("lo 127.0.0.1", "eth0 10.0.0.2");
  }

  @Test
  void theRealMachineHasAtLeastItself() {
    var interfaces = new Interfaces(time, List.of(SELF));
    interfaces.start(changes::add);

    assertThat(interfaces.now()).singleElement().matches(Nic::loopback);
  }

  private static Nic nic(String name, boolean loopback, InetAddress... addresses) {
    var locals = new ArrayList<Nic.Local>();
    for (var address : addresses) locals.add(new Nic.Local(address, 24, null));
    return new Nic(name, name.hashCode() & 0xff, loopback, locals);
  }

  /** A clock whose only timer is turned by hand. */
  private static final class Turns implements Time {
    private Runnable action;
    private Duration period;

    void turn() {
      action.run();
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public Timer after(Duration delay, String name, Runnable action) {
      throw new AssertionError("not asked for");
    }

    @Override
    public Timer every(Duration period, String name, Runnable action) {
      this.period = period;
      this.action = action;
      return () -> {};
    }
  }
}
