package paloma.core;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import paloma.archive.Foreign;
import paloma.archive.Imports;
import paloma.log.LegacyRows;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.store.Database;
import paloma.store.LegacyStore;

/** One import: rows a few hundred at a commit, counted. Not thread-safe. */
final class Importing implements Imports {
  private static final int BATCH = 300;

  /** Equal messages of one moment stand close to each other: so many are remembered. */
  private static final int REMEMBERED = 4096;

  /** Logs tell seconds: within one, the order of the file counts, in thousandths. */
  private static final int MOST_TICKS = 999;

  private record Row(Foreign message, LegacyStore.Person person, String identity, int tick) {}

  private final Database database;
  private final LegacyRows rows;
  private final DeviceId us;
  private final String origin;
  private final Instant now;
  private final List<Row> waiting = new ArrayList<>();
  private final Set<DeviceId> people = new HashSet<>();
  private final Set<ConversationId> changed = new HashSet<>();
  private final Unreadable unreadable = new Unreadable();
  private final Map<Object, Integer> same =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };
  private Instant latest;
  private int tick;
  private long read;
  private long added;

  Importing(Database database, LegacyRows rows, DeviceId us, String origin, Instant now) {
    this.database = database;
    this.rows = rows;
    this.us = us;
    this.origin = origin;
    this.now = now;
  }

  @Override
  public void message(Foreign message) throws IOException {
    read++;
    var person =
        LegacyRows.person(
            origin, message.conversation(), message.person(), message.name(), message.host());
    tick = message.time().equals(latest) ? Math.min(tick + 1, MOST_TICKS) : 0;
    latest = message.time();
    waiting.add(new Row(message, person, identity(message), tick));
    people.add(person.id());
    if (waiting.size() == BATCH) flush();
  }

  /** Somebody may say the same twice within a second. */
  private String identity(Foreign message) {
    if (message.id() != null) return message.id();
    var key = List.of(message.conversation(), message.own(), message.time(), message.text());
    int times = same.merge(key, 1, Integer::sum);
    return times + "\n" + message.text();
  }

  @Override
  public void unreadable(long line) {
    unreadable.add(line);
  }

  void flush() {
    if (waiting.isEmpty()) return;
    var batch = List.copyOf(waiting);
    waiting.clear();
    added +=
        database.write(tx ->
            batch.stream()
                .filter(r ->
                    rows.add(
                        tx,
                        r.person,
                        us,
                        r.message.own(),
                        r.message.time(),
                        r.tick,
                        r.message.text(),
                        r.identity,
                        r.message.place(),
                        now))
                .count());
    batch.forEach(r -> changed.add(r.person.conversation()));
  }

  Set<ConversationId> changed() {
    return changed;
  }

  Imported imported() {
    return new Imported(read, added, people.size(), unreadable.count(), unreadable.lines());
  }
}
