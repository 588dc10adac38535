package paloma.log.membership;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Group;
import paloma.model.GroupBody;
import paloma.model.Hash;
import paloma.model.Head;
import paloma.model.LogId;

/**
 * Who is in one group and which of its events a reader sees: a function of the set of events, never
 * of their arrival. Pure; not thread-safe.
 *
 * <p>What an event names and is not here counts as unseen until it comes; then everything is judged
 * anew.
 */
public final class Membership {
  private record Place(LogId log, long seq) {}

  /** Whether a reader sees an event, where that has changed. */
  public record Shown(LogId log, long seq, boolean visible) {}

  private final ConversationId id;
  private final Map<LogId, List<Node>> logs = new LinkedHashMap<>();
  private final List<Node> acts = new ArrayList<>();
  private final Set<Place> missed = new HashSet<>();
  private final List<Node> fresh = new ArrayList<>();
  private Judgement judgement = new Judgement();
  private Standing now = Standing.NONE;
  private boolean upset;
  private boolean news;

  public Membership(ConversationId id) {
    this.id = id;
  }

  /** Adds the next event of a log; {@link #settle} decides about it. */
  public void add(Fact fact) {
    var log = logs.computeIfAbsent(fact.log(), _ -> new ArrayList<>());
    var node = new Node(fact, fact.body() == null ? -1 : acts.size());
    if (fact.body() != null) {
      acts.add(node);
      news = true;
    }
    place(node, log.isEmpty() ? null : log.getLast());
    log.add(node);
    fresh.add(node);
    if (missed.remove(new Place(fact.log(), fact.seq()))) upset = true;
  }

  private void place(Node node, Node previous) {
    var past = previous == null ? new BitSet() : seenWith(previous);
    long order = Math.max(node.fact.order(), previous == null ? 0 : previous.order);
    boolean own = true;
    for (var head : node.fact.heads()) {
      var seen = find(head);
      if (seen.isEmpty()) {
        missed.add(new Place(log(head), head.seq()));
        continue;
      }
      var theirs = seenWith(seen.get());
      order = Math.max(order, seen.get().order + 1);
      if (contains(past, theirs)) continue;
      if (own) past = (BitSet) past.clone();
      own = false;
      past.or(theirs);
    }
    node.past = past;
    node.order = order;
  }

  private static BitSet seenWith(Node node) {
    if (node.bit < 0) return node.past;
    var with = (BitSet) node.past.clone();
    with.set(node.bit);
    return with;
  }

  private static boolean contains(BitSet all, BitSet some) {
    if (all == some) return true;
    var left = (BitSet) some.clone();
    left.andNot(all);
    return left.isEmpty();
  }

  private LogId log(Head head) {
    return new LogId(id, head.author(), head.epoch());
  }

  private Optional<Node> find(Head head) {
    return node(log(head), head.seq()).filter(n -> n.fact.hash().equals(head.hash()));
  }

  private Optional<Node> node(LogId log, long seq) {
    var nodes = logs.get(log);
    if (nodes == null) return Optional.empty();
    long index = seq - nodes.getFirst().fact.seq();
    return index < 0 || index >= nodes.size()
        ? Optional.empty()
        : Optional.of(nodes.get((int) index));
  }

  /** Decides about everything that was added; what readers see or see no more since the last. */
  public List<Shown> settle() {
    if (upset) placeAgain();
    if (upset || news) {
      judgement.judge(acts);
      var all = new BitSet();
      all.set(0, acts.size());
      now = judgement.of(all, acts);
    }
    var changed = new ArrayList<Shown>();
    if (upset || news) {
      logs.values().forEach(log -> log.forEach(node -> show(node, changed)));
    } else {
      fresh.forEach(node -> show(node, changed));
    }
    fresh.clear();
    upset = false;
    news = false;
    return changed;
  }

  private void show(Node node, List<Shown> changed) {
    boolean visible =
        (node.bit < 0 ? judgement.of(node.past, acts).has(node.fact.author()) : node.valid)
            && now.removals().stream().noneMatch(r -> r.voids(node));
    if (visible == node.visible) return;
    node.visible = visible;
    changed.add(new Shown(node.fact.log(), node.fact.seq(), visible));
  }

  /** Something came that others had named: all pasts are worked out again, each after its own. */
  private void placeAgain() {
    judgement = new Judgement();
    missed.clear();
    var waiting = new HashMap<LogId, Integer>();
    logs.keySet().forEach(log -> waiting.put(log, 0));
    boolean moved = true;
    while (moved) {
      moved = false;
      for (var entry : logs.entrySet()) {
        var nodes = entry.getValue();
        int at = waiting.get(entry.getKey());
        while (at < nodes.size() && ready(nodes.get(at), waiting)) {
          place(nodes.get(at), at == 0 ? null : nodes.get(at - 1));
          at++;
          moved = true;
        }
        waiting.put(entry.getKey(), at);
      }
    }
  }

  private boolean ready(Node node, Map<LogId, Integer> waiting) {
    for (var head : node.fact.heads()) {
      if (find(head).isEmpty()) continue;
      long first = logs.get(log(head)).getFirst().fact.seq();
      if (head.seq() - first >= waiting.get(log(head))) return false;
    }
    return true;
  }

  /** How the group stands, by all events that are here. */
  public Group group() {
    return now.group(id);
  }

  /** What an author who knows all this says of it in a header. */
  public Hash hash() {
    return now.hash();
  }

  public boolean visible(LogId log, long seq) {
    return node(log, seq).map(n -> n.visible).orElse(false);
  }

  /** The last seq of a log that is here; 0 when nothing is. */
  public long highest(LogId log) {
    var nodes = logs.get(log);
    return nodes == null ? 0 : nodes.getLast().fact.seq();
  }

  public int size() {
    return logs.size();
  }

  /** Who was taken out by an event that counts, and which; the newest for each. */
  public Map<DeviceId, Fact> gone() {
    var gone = new HashMap<DeviceId, Fact>();
    acts.stream()
        .filter(n -> n.visible && n.takes() != null && !now.has(n.takes()))
        .sorted(Node.BY_PLACE)
        .forEach(n -> gone.put(n.takes(), n.fact));
    return gone;
  }

  /** Logs that say something of the membership that this log's author has not named yet. */
  public Set<LogId> untold(LogId log) {
    var nodes = logs.get(log);
    var seen = nodes == null ? new BitSet() : seenWith(nodes.getLast());
    var untold = new HashSet<LogId>();
    acts.stream().filter(n -> !seen.get(n.bit)).forEach(n -> untold.add(n.fact.log()));
    return untold;
  }

  /** Everybody whose events can matter: all that anybody ever named as a member. */
  public Set<DeviceId> named() {
    var named = new TreeSet<DeviceId>();
    acts.forEach(n -> GroupBody.keys(n.fact.body()).forEach(key -> named.add(key.id())));
    return named;
  }
}
