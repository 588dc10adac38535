package paloma.mail;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.model.DeviceId;
import paloma.model.Envelope;
import paloma.model.Hash;
import paloma.model.MailVerdict;
import paloma.store.Database;
import paloma.store.MailStore;
import paloma.store.Tx;
import paloma.work.Time;

/**
 * Envelopes of others that lie here for others: kept within an allowance, handed over one after the
 * other to whoever proves to hold their key. Who left which is known for this run alone and written
 * nowhere. Thread-safe; waits for commits.
 */
public final class Carrier {
  /** How often what has expired is thrown away. */
  private static final Duration SWEEP = Duration.ofHours(1);

  /** Hands envelopes to one who asked. */
  @FunctionalInterface
  public interface Hand {
    void over(Envelope envelope);
  }

  /** One who asked: what for, how far it came, and the envelope it has not answered. */
  private static final class Turn {
    final List<String> keys;
    final Hand hand;
    final Map<Hash, Long> passed = new HashMap<>();
    Hash waiting;

    Turn(List<String> keys, Hand hand) {
      this.keys = keys;
      this.hand = hand;
    }
  }

  private final Database database;
  private final MailStore store;
  private final Time time;
  private final Map<DeviceId, Turn> turns = new HashMap<>();
  private final Map<Hash, DeviceId> leftBy = new HashMap<>();
  private List<Long> days = List.of();
  private Time.Timer sweep;

  public Carrier(Database database, MailStore store, Time time) {
    this.database = database;
    this.store = store;
    this.time = time;
  }

  /** Throws away what has expired, now and from time to time. */
  public void start() {
    expire();
    sweep = time.every(SWEEP, "mail-expiry", this::expire);
  }

  public void stop() {
    if (sweep != null) sweep.cancel();
  }

  private synchronized void expire() {
    days =
        database.write(tx -> {
          store.expire(tx, time.now().toEpochMilli());
          return store.days(tx);
        });
  }

  /** A colleague leaves an envelope for somebody. */
  public synchronized MailVerdict keep(DeviceId from, Envelope envelope) {
    if (!Sealing.fits(envelope)) return MailVerdict.OFF;
    var id = envelope.id();
    var now = time.now();
    boolean kept =
        database.write(tx -> {
          store.expire(tx, now.toEpochMilli());
          if (!fits(tx, from, id, envelope)) return false;
          store.keep(tx, id, envelope, now.plus(Allowance.KEPT).toEpochMilli());
          return true;
        });
    if (!kept) return MailVerdict.FULL;
    leftBy.put(id, from);
    if (!days.contains(envelope.day())) days = database.read(store::days);
    turns.values().stream().filter(t -> isFor(t.keys, envelope)).forEach(this::next);
    return MailVerdict.KEPT;
  }

  private boolean fits(Tx tx, DeviceId from, Hash id, Envelope envelope) {
    var all = store.sizes(tx);
    if (all.stream().anyMatch(s -> s.id().equals(id))) return true;
    leftBy.keySet().retainAll(all.stream().map(MailStore.Size::id).toList());
    return Allowance.takes(
        envelope.sealed().length,
        bytes(all),
        bytes(all.stream().filter(s -> from.equals(leftBy.get(s.id()))).toList()));
  }

  private static Collection<Integer> bytes(List<MailStore.Size> sizes) {
    return sizes.stream().map(MailStore.Size::bytes).toList();
  }

  private static boolean isFor(List<String> keys, Envelope envelope) {
    return keys.stream().anyMatch(k -> Sealing.tag(k, envelope.day()).equals(envelope.tag()));
  }

  /** Somebody is there and asks for what is sealed to these keys, which are proved to be theirs. */
  public synchronized void asked(DeviceId who, List<String> keys, Hand hand) {
    var turn = new Turn(List.copyOf(keys), hand);
    turns.put(who, turn);
    next(turn);
  }

  /** What became of an envelope at the one to whom it was handed. */
  public synchronized void answered(DeviceId who, Hash id, MailVerdict verdict) {
    var turn = turns.get(who);
    if (turn == null) return;
    boolean taken = verdict == MailVerdict.TAKEN && turn.passed.containsKey(id);
    if (taken) {
      database.write(tx -> {
        store.remove(tx, id);
        return null;
      });
      leftBy.remove(id);
    }
    if (!id.equals(turn.waiting)) return;
    turn.waiting = null;
    if (taken || verdict == MailVerdict.LATER) next(turn);
  }

  public synchronized void ended(DeviceId who) {
    turns.remove(who);
  }

  /** One at a time, in the order in which they came: pages of a log stand on each other. */
  private void next(Turn turn) {
    if (turn.waiting != null || days.isEmpty()) return;
    var found = database.read(tx -> first(tx, turn));
    if (found.isEmpty()) return;
    turn.waiting = found.get().envelope().id();
    turn.passed.put(turn.waiting, found.get().place());
    turn.hand.over(found.get().envelope());
  }

  private Optional<MailStore.Carried> first(Tx tx, Turn turn) {
    long after = turn.passed.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return turn.keys.stream()
        .flatMap(key -> days.stream().map(day -> Sealing.tag(key, day)))
        .flatMap(tag -> store.next(tx, tag, after).stream())
        .min(java.util.Comparator.comparingLong(MailStore.Carried::place));
  }

  /** How many lie here. */
  public int count() {
    return database.read(store::sizes).size();
  }

  /** Whether something may lie here for the holder of this key; of an unknown key it may. */
  public synchronized boolean mayHaveMail(String sealKey) {
    if (days.isEmpty()) return false;
    if (!Sealing.usable(sealKey)) return true;
    return database.read(
        tx -> days.stream().anyMatch(d -> store.next(tx, Sealing.tag(sealKey, d), 0).isPresent()));
  }
}
