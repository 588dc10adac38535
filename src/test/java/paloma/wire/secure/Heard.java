package paloma.wire.secure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import paloma.model.DeviceId;
import paloma.model.Problem;
import paloma.wire.Link;
import paloma.wire.Wire;

/** A listener that keeps what it is told, for tests that wait for it. */
final class Heard implements Wire.Listener {
  static final long PATIENCE_SECONDS = 10;

  final BlockingQueue<Wire.Sighting> sightings = new LinkedBlockingQueue<>();
  final BlockingQueue<DeviceId> left = new LinkedBlockingQueue<>();
  final BlockingQueue<Link> links = new LinkedBlockingQueue<>();
  final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
  final Set<InetAddress> contacts = ConcurrentHashMap.newKeySet();

  @Override
  public void sighted(Wire.Sighting sighting) {
    sightings.add(sighting);
  }

  @Override
  public void left(DeviceId device, long instance) {
    left.add(device);
  }

  @Override
  public void linked(Link link) {
    links.add(link);
  }

  @Override
  public boolean contactAt(InetAddress address) {
    return contacts.contains(address);
  }

  @Override
  public void networkChanged(List<String> interfaces) {}

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    return next(queue, _ -> true);
  }

  static <T> T next(BlockingQueue<T> queue, Predicate<T> wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      var each = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(each).as("told in time").isNotNull();
      if (wanted.test(each)) return each;
    }
  }
}
