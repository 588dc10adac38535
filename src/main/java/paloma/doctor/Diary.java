package paloma.doctor;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import paloma.doctor.Contact.Attempt;
import paloma.doctor.Contact.Outcome;
import paloma.model.DeviceId;
import paloma.model.Endpoint;
import paloma.work.Time;

/** Remembers what passed between us and each device in this run. Bounded; thread-safe. */
public final class Diary {
  /** As many as the table of peers holds, {@code src/docs/security.md}, "Limits". */
  private static final int MOST_DEVICES = 4_096 + 512;

  /** Tried for one device: where it was heard now and in earlier days. */
  private static final int MOST_ADDRESSES = 16;

  private static final int LEAST_FAILURES = 3;

  /** Retries come after 1, 2, 4 and 8 seconds; a cable is plugged in again sooner. */
  private static final Duration UNREACHABLE_AFTER = Duration.ofSeconds(12);

  private static final class Page {
    private String name = "";
    private final Map<String, Long> ways = new TreeMap<>();
    private final Map<Endpoint, Tried> tried = new LinkedHashMap<>();
    private Long dialledUs;
    private Long met;
    private Long failingSince;
    private int failures;
    private boolean told;
  }

  private record Tried(Outcome outcome, long at) {}

  private final Time time;
  private final long begun;
  private final Map<DeviceId, Page> pages =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeviceId, Page> eldest) {
          return size() > MOST_DEVICES;
        }
      };
  private final Map<String, String> problems = new HashMap<>();

  Diary(Time time) {
    this.time = time;
    begun = time.nanos();
  }

  synchronized void heard(DeviceId device, String name, String way) {
    var page = page(device);
    page.name = name;
    page.ways.put(way, time.nanos());
  }

  /** The device dialled us. */
  synchronized void dialledUs(DeviceId device) {
    var page = page(device);
    page.dialledUs = time.nanos();
    reached(page);
  }

  /** We dialled the device. */
  synchronized void dialled(DeviceId device, Endpoint at, Outcome outcome) {
    var page = page(device);
    page.tried.remove(at);
    if (page.tried.size() >= MOST_ADDRESSES) {
      page.tried.remove(page.tried.keySet().iterator().next());
    }
    page.tried.put(at, new Tried(outcome, time.nanos()));
    if (outcome == Outcome.REACHED) {
      reached(page);
    } else {
      if (page.failures++ == 0) page.failingSince = time.nanos();
    }
  }

  private void reached(Page page) {
    page.met = time.nanos();
    page.failures = 0;
    page.told = false;
  }

  /**
   * The name of a device that is heard and that can't be reached again and again; each is named
   * once until it was reached.
   */
  synchronized Optional<String> unreachable(DeviceId device, Duration lately) {
    var page = page(device);
    long now = time.nanos();
    boolean heard = page.ways.values().stream().anyMatch(at -> now - at <= lately.toNanos());
    boolean failing =
        page.failures >= LEAST_FAILURES && now - page.failingSince >= UNREACHABLE_AFTER.toNanos();
    if (page.told || !heard || !failing) return Optional.empty();
    page.told = true;
    return Optional.of(page.name);
  }

  /** A problem the wire told: its code and what it was about. */
  synchronized void problem(String code, String about) {
    problems.put(code, about);
  }

  synchronized Optional<String> problem(String code) {
    return Optional.ofNullable(problems.get(code));
  }

  private Page page(DeviceId device) {
    return pages.computeIfAbsent(device, _ -> new Page());
  }

  /** What is remembered of a device; of one never met it is nothing. */
  public synchronized Contact contact(DeviceId device) {
    var page = pages.get(device);
    return contact(page == null ? new Page() : page);
  }

  /** Of all devices. */
  public synchronized List<Contact> contacts() {
    return pages.values().stream().map(this::contact).toList();
  }

  private Contact contact(Page page) {
    var ways = new TreeMap<String, Duration>();
    page.ways.forEach((way, at) -> ways.put(way, ago(at)));
    var tried =
        page.tried.entrySet().stream()
            .map(e -> new Attempt(e.getKey(), e.getValue().outcome(), ago(e.getValue().at())))
            .toList();
    return new Contact(
        ways,
        tried,
        Optional.ofNullable(page.dialledUs).map(this::ago),
        Optional.ofNullable(page.met).map(this::ago));
  }

  private Duration ago(long at) {
    return Duration.ofNanos(time.nanos() - at);
  }

  /** How long the wire is watched. */
  public Duration since() {
    return ago(begun);
  }
}
