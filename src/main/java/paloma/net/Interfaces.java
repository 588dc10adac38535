package paloma.net;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import paloma.work.Time;

/**
 * The interfaces that are up, looked at every three seconds; a change is reported on a timer's
 * thread. The loopback interface counts where it was asked for, or where there is no other.
 */
public final class Interfaces implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("paloma.net");

  /** A look takes 0.2 ms; three seconds after plugging a cable in is soon enough. */
  private static final Duration PERIOD = Duration.ofSeconds(3);

  private final Time time;
  private final List<InetAddress> binds;
  private final Supplier<List<Nic>> look;
  private volatile List<Nic> now = List.of();
  private volatile Time.Timer timer = () -> {};

  /**
   * @param binds only interfaces with these addresses, and of them only these; empty for all
   */
  public Interfaces(Time time, List<InetAddress> binds) {
    this(time, binds, Interfaces::system);
  }

  Interfaces(Time time, List<InetAddress> binds, Supplier<List<Nic>> look) {
    this.time = time;
    this.binds = List.copyOf(binds);
    this.look = look;
  }

  /** Looks once, at once, and then again and again. */
  public void start(Consumer<List<Nic>> changed) {
    now = chosen(look.get());
    timer = time.every(PERIOD, "interfaces", () -> poll(changed));
  }

  /** As of the last look. */
  public List<Nic> now() {
    return now;
  }

  private void poll(Consumer<List<Nic>> changed) {
    var seen = chosen(look.get());
    if (seen.equals(now)) return;
    now = seen;
    changed.accept(seen);
  }

  private List<Nic> chosen(List<Nic> all) {
    if (binds.isEmpty()) {
      var real = all.stream().filter(nic -> !nic.loopback()).toList();
      return real.isEmpty() ? all : real;
    }
    return all.stream()
        .map(nic -> only(nic, binds))
        .filter(nic -> !nic.locals().isEmpty())
        .toList();
  }

  private static Nic only(Nic nic, List<InetAddress> binds) {
    var kept = nic.locals().stream().filter(local -> binds.contains(local.address())).toList();
    return new Nic(nic.name(), nic.index(), nic.loopback(), kept);
  }

  private static List<Nic> system() {
    var nics = new ArrayList<Nic>();
    try {
      for (var each : NetworkInterface.networkInterfaces().toList()) {
        if (!each.isUp()) continue;
        var locals =
            each.getInterfaceAddresses().stream()
                .filter(address -> address != null && address.getAddress() != null)
                .map(a ->
                    new Nic.Local(a.getAddress(), a.getNetworkPrefixLength(), a.getBroadcast()))
                .sorted(Comparator.comparing(local -> local.address().getHostAddress()))
                .toList();
        if (locals.isEmpty()) continue;
        nics.add(new Nic(each.getName(), each.getIndex(), each.isLoopback(), locals));
      }
    } catch (SocketException e) {
      // An interface that vanishes while it is looked at; the next look sees a whole picture.
      LOG.log(Level.DEBUG, "looking at the interfaces", e);
    }
    nics.sort(Comparator.comparingInt(Nic::index));
    return List.copyOf(nics);
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
