package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static paloma.core.GroupDesks.created;
import static paloma.core.GroupDesks.meet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Query;
import paloma.rig.Desk;
import paloma.rig.Rig;

/**
 * Five in a group, cut off from each other, killed, set back to earlier files, with clocks that
 * jump: in the end all show the same, and nothing is lost or there twice. {@code
 * -Dchaos.minutes=30} makes it long, {@code -Dchaos.seed=…} repeats a run's decisions.
 */
class ChaosTest {
  private static final int STEPS = 60;

  @TempDir Path folder;
  private final long seed = Long.getLong("chaos.seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);
  private final List<Desk> desks = new ArrayList<>();
  private final Set<Desk> away = new HashSet<>();
  private final Map<Desk, Path> snapshots = new HashMap<>();

  /** What was said and must be there in the end, and by whom. */
  private final Map<MessageId, Desk> said = new HashMap<>();

  private Rig rig;
  private ConversationId group;
  private int count;

  @Test
  void whateverHappensAllEndWithTheSame() throws Exception {
    System.err.println("chaos.seed=" + seed);
    try (var made = new Rig(folder)) {
      rig = made;
      for (var name : List.of("Anna", "Bert", "Clara", "Dora", "Emil")) desks.add(rig.desk(name));
      var all = desks.toArray(Desk[]::new);
      meet(all);
      group = created(all[0], all[1], all[2], all[3], all[4]);
      long end = System.nanoTime() + Duration.ofMinutes(Long.getLong("chaos.minutes", 0)).toNanos();
      for (int step = 0; step < STEPS || System.nanoTime() < end; step++) step();
      heal();
      agree();
    }
  }

  private void step() throws Exception {
    var desk = desks.get(random.nextInt(desks.size()));
    if (away.contains(desk)) {
      if (random.nextInt(3) > 0) start(desk);
      return;
    }
    int what = random.nextInt(20);
    switch (what) {
      case 0, 1, 2 -> {
        var other = desks.get(random.nextInt(desks.size()));
        if (other != desk) rig.lan().cut(desk.id(), other.id());
      }
      case 3, 4 -> desks.forEach(other -> rig.lan().mend(desk.id(), other.id()));
      case 5 -> {
        desk.quit();
        away.add(desk);
      }
      case 6, 7 -> {
        ticks(desk);
        desk.kill();
        away.add(desk);
      }
      case 8 -> {
        snapshots.put(desk, desk.snapshot());
        desk.start();
      }
      case 9 -> setBack(desk);
      case 10 -> desk.jump(Duration.ofHours(random.nextInt(-500, 500)));
      case 11, 12, 13 -> verb(desk);
      default -> say(desk);
    }
  }

  private void start(Desk desk) throws Exception {
    desk.start();
    away.remove(desk);
  }

  private void say(Desk desk) {
    said.put(desk.messenger().say(group, desk + " says " + ++count).id(), desk);
  }

  private void verb(Desk desk) {
    var messages = desk.messenger().messages(Query.latest(group, 20));
    if (messages.isEmpty()) return;
    var message = messages.get(random.nextInt(messages.size()));
    var verbs = desk.messenger().verbs();
    if (!(message.body() instanceof Body.Text) || message.facts().recalled()) return;
    switch (random.nextInt(4)) {
      case 0 -> verbs.pin(message.id(), random.nextBoolean());
      case 1 -> {
        if (message.own() && verbs.editable(message)) verbs.edit(message.id(), "now " + ++count);
      }
      case 2 -> {
        if (message.own() && verbs.recallable(message)) {
          verbs.recall(message.id());
          said.remove(message.id());
        }
      }
      default -> verbs.react(message.id(), random.nextBoolean() ? "👍" : "🎉", true);
    }
  }

  /** What only this desk has, and was said since its snapshot, is forgotten by nobody's fault. */
  private void setBack(Desk desk) throws Exception {
    var snapshot = snapshots.remove(desk);
    if (snapshot == null) return;
    ticks(desk);
    var here = ids(desk);
    desk.restore(snapshot);
    desk.start();
    var kept = new HashSet<>(ids(desk));
    for (var other : desks) if (!away.contains(other) && other != desk) kept.addAll(ids(other));
    here.removeAll(kept);
    said.keySet().removeAll(here);
  }

  private void heal() throws Exception {
    for (var desk : List.copyOf(away)) start(desk);
    for (var one : desks) desks.forEach(other -> rig.lan().mend(one.id(), other.id()));
  }

  private Set<MessageId> ids(Desk desk) {
    var ids = new HashSet<MessageId>();
    desk.messenger().messages(Query.latest(group, 1_000_000)).forEach(m -> ids.add(m.id()));
    return ids;
  }

  /** Of what was taken back only those show a trace who had it before. */
  private List<String> shown(Desk desk) {
    return desk.messenger().messages(Query.latest(group, 1_000_000)).stream()
        .filter(m -> !m.facts().recalled())
        .map(m -> m.id() + " " + m.body() + " " + facts(m.facts()))
        .toList();
  }

  private static String facts(Message.Facts f) {
    return f.edited() + " " + f.pinned() + f.reactions();
  }

  private void agree() throws Exception {
    var first = desks.getFirst();
    for (var desk : desks) {
      try {
        desk.await("all that was said", () -> ids(desk).containsAll(said.keySet()));
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + missing(), e);
      }
    }
    for (var desk : desks) {
      desk.await(
          desk + " shows what the first does, seed " + seed,
          () -> shown(desk).equals(shown(first)));
      assertThat(desk.messenger().messages(Query.latest(group, 1_000_000)))
          .extracting(Message::id)
          .doesNotHaveDuplicates();
      ticks(desk);
    }
  }

  private String missing() {
    var missing = new StringBuilder();
    for (var desk : desks) {
      var lacks = new HashMap<>(said);
      lacks.keySet().removeAll(ids(desk));
      missing.append(desk).append(" lacks ").append(lacks).append("; ");
    }
    return missing.toString();
  }

  /** While a desk runs, the ticks of what it said never go back. */
  private static void ticks(Desk desk) {
    var highest = new HashMap<MessageId, Message>();
    for (var notice : desk.noticed(Notice.MessageChanged.class)) {
      var message = notice.message();
      if (!message.own()) continue;
      var before = highest.put(message.id(), message);
      if (before == null) continue;
      assertThat(message.state()).as("%s", message).isGreaterThanOrEqualTo(before.state());
    }
  }
}
