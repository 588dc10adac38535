package paloma.core;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import paloma.model.Endpoint;
import paloma.model.HostAndPort;
import paloma.work.Tasks;

/**
 * The places where somebody is known to be: looked up and dialled again and again, so that a name
 * may get another address and the list may change while we run. Thread-safe.
 */
final class KnownAddresses {
  /** Whoever starts late is met soon; a name server is asked no more often than that. */
  private static final Duration PERIOD = Duration.ofSeconds(10);

  private static final System.Logger LOG = System.getLogger("paloma.core");

  private final Supplier<List<HostAndPort>> places;
  private final Lookup lookup;
  private final Consumer<Endpoint> dial;
  private final Tasks tasks;
  private final Set<HostAndPort> underWay = ConcurrentHashMap.newKeySet();
  private final Set<HostAndPort> told = ConcurrentHashMap.newKeySet();

  /** Finds the addresses of a name; may block as long as a name server likes. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /**
   * @param places as they are set now
   * @param dial connects to an address unless there is a link to whoever lives there
   */
  KnownAddresses(
      Supplier<List<HostAndPort>> places, Lookup lookup, Consumer<Endpoint> dial, Tasks tasks) {
    this.places = places;
    this.lookup = lookup;
    this.dial = dial;
    this.tasks = tasks;
  }

  void start() {
    dialAll();
    tasks.time().every(PERIOD, "known-addresses", this::dialAll);
  }

  /** Each on a task of its own: a name that is looked up for long holds nobody else up. */
  private void dialAll() {
    for (var place : places.get()) {
      if (underWay.add(place)) tasks.start("known-" + place, () -> dial(place));
    }
  }

  private void dial(HostAndPort place) {
    try {
      for (var address : lookup.of(place.host())) {
        dial.accept(new Endpoint(address, place.port()));
      }
      told.remove(place);
    } catch (UnknownHostException e) {
      // Not for people: at home, the names of an office have no address, and that is well.
      if (told.add(place)) LOG.log(Level.INFO, "no address of {0} now", place);
    } finally {
      underWay.remove(place);
    }
  }
}
