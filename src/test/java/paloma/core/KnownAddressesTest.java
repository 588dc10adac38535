package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import paloma.model.Endpoint;
import paloma.model.HostAndPort;
import paloma.work.Tasks;
import paloma.work.WoundTime;

@Timeout(30)
final class KnownAddressesTest {
  private static final Duration PERIOD = Duration.ofSeconds(10);

  private final WoundTime time = new WoundTime();
  private final Tasks tasks = new Tasks(time);
  private final Map<String, String[]> names = new ConcurrentHashMap<>();
  private final LinkedBlockingQueue<Endpoint> dialled = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<String> lookedUp = new LinkedBlockingQueue<>();
  private volatile List<HostAndPort> places = List.of();

  @AfterEach
  void end() {
    tasks.close();
  }

  private void start(String... where) {
    set(where);
    new KnownAddresses(() -> places, this::lookUp, dialled::add, tasks).start();
  }

  private void set(String... where) {
    places = List.of(where).stream().map(w -> HostAndPort.parse(w).orElseThrow()).toList();
  }

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    lookedUp.add(host);
    var found = names.get(host);
    if (found == null) throw new UnknownHostException(host);
    var addresses = new InetAddress[found.length];
    for (int i = 0; i < found.length; i++) addresses[i] = InetAddress.ofLiteral(found[i]);
    return addresses;
  }

  private String next() throws InterruptedException {
    return String.valueOf(dialled.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void everyAddressOfANameIsDialled() throws Exception {
    names.put("office", new String[] {"10.1.0.5", "10.1.0.6"});

    start("office:7");

    assertThat(List.of(next(), next())).containsExactly("10.1.0.5:7", "10.1.0.6:7");
  }

  @Test
  void aNameMayGetAnotherAddressAndTheListMayChange() throws Exception {
    names.put("anna-pc", new String[] {"10.1.0.5"});
    start("anna-pc");
    assertThat(next()).isEqualTo("10.1.0.5:24250");

    names.put("anna-pc", new String[] {"10.1.0.9"});
    passUntilDialled("10.1.0.9:24250");

    names.put("bo-pc", new String[] {"10.2.0.1"});
    set("bo-pc");
    passUntilDialled("10.2.0.1:24250");
  }

  @Test
  void aNameThatCannotBeFoundIsTriedAgainAndHoldsNobodyUp() throws Exception {
    names.put("bo-pc", new String[] {"10.2.0.1"});
    start("nowhere", "bo-pc");
    assertThat(next()).isEqualTo("10.2.0.1:24250");

    names.put("nowhere", new String[] {"10.3.0.1"});
    passUntilDialled("10.3.0.1:24250");
  }

  @Test
  void aNameThatIsBeingLookedUpIsNotLookedUpTwice() throws Exception {
    var asked = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    set("slow");
    KnownAddresses.Lookup slow =
        host -> {
          lookedUp.add(host);
          asked.countDown();
          try {
            answer.await();
          } catch (InterruptedException e) {
            throw new UnknownHostException(host);
          }
          return new InetAddress[] {InetAddress.ofLiteral("10.1.0.5")};
        };
    new KnownAddresses(() -> places, slow, dialled::add, tasks).start();
    asked.await();

    time.pass(PERIOD.multipliedBy(3));
    answer.countDown();

    assertThat(next()).isEqualTo("10.1.0.5:24250");
    assertThat(lookedUp).hasSize(1);
  }

  /** A period may find the task before still at its end, and then the next one has its turn. */
  private void passUntilDialled(String wanted) throws InterruptedException {
    String heard;
    do {
      time.pass(PERIOD);
      heard = String.valueOf(dialled.poll(100, TimeUnit.MILLISECONDS));
    } while (!heard.equals(wanted));
  }
}
