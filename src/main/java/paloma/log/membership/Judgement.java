package paloma.log.membership;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import paloma.model.DeviceId;
import paloma.model.Group;
import paloma.model.Group.Member;
import paloma.model.Group.Role;
import paloma.model.GroupBody;
import paloma.model.Hash;

/** What sets of membership events amount to; depends on nothing but the events. */
final class Judgement {
  private final Map<BitSet, Standing> known = new HashMap<>();

  /** Decides about every event, those in the past of others first. */
  void judge(List<Node> acts) {
    acts.stream().sorted(Node.BY_PLACE).forEach(act -> act.valid = allowed(act, acts));
  }

  /** What these events amount to; all in the set must have been judged. */
  Standing of(BitSet set, List<Node> acts) {
    var before = known.get(set);
    if (before != null) return before;
    var valid =
        set.stream().mapToObj(acts::get).filter(n -> n.valid).sorted(Node.BY_PLACE).toList();
    var made = folded(valid, removals(valid, acts));
    known.put((BitSet) set.clone(), made);
    return made;
  }

  private boolean allowed(Node act, List<Node> acts) {
    var body = act.fact.body();
    if (act.fact.founds()) return true;
    var then = of(act.past, acts);
    var author = then.members().get(act.fact.author());
    if (author == null) return false;
    return switch (body) {
      case GroupBody.Created _ -> false;
      case GroupBody.Left _ -> true;
      case GroupBody.Added _, GroupBody.Renamed _, GroupBody.Pictured _, GroupBody.HistorySet _ ->
          author.role().leads();
      case GroupBody.Removed removed -> mayRemove(author, then.members().get(removed.member()));
      case GroupBody.RoleGiven given -> author.role() == Role.OWNER && then.has(given.member());
    };
  }

  /** Of equals either may: which of two mutual removals counts is decided below. */
  private static boolean mayRemove(Member author, Member other) {
    return other != null
        && author.role().leads()
        && !author.id().equals(other.id())
        && author.role().compareTo(other.role()) <= 0;
  }

  /** The removals that count: of those that exclude each other the senior's, then the smaller. */
  private List<Node> removals(List<Node> valid, List<Node> acts) {
    var counting = new ArrayList<Node>();
    valid.stream()
        .filter(n -> n.fact.body() instanceof GroupBody.Removed)
        .sorted(
            Comparator.comparing((Node n) -> of(n.past, acts).members().get(n.fact.author()).role())
                .thenComparing(n -> n.fact.hash()))
        .forEach(n -> {
          if (counting.stream().noneMatch(c -> c.voids(n))) counting.add(n);
        });
    return counting;
  }

  private Standing folded(List<Node> valid, List<Node> removals) {
    var acts = valid.stream().filter(n -> removals.stream().noneMatch(r -> r.voids(n))).toList();
    var members = new TreeMap<DeviceId, Member>();
    var name = "";
    var picture = Hash.ZERO;
    var history = Group.History.ALL;
    for (var act : acts) {
      switch (act.fact.body()) {
        case GroupBody.Created created -> {
          for (var key : created.members()) {
            var role = key.id().equals(act.fact.author()) ? Role.OWNER : Role.MEMBER;
            members.put(key.id(), new Member(key.id(), role, act.order, Group.History.ALL));
          }
          name = created.name();
        }
        case GroupBody.Added added -> {
          for (var key : added.members()) {
            var id = key.id();
            if (members.size() >= GroupBody.MOST_MEMBERS || members.containsKey(id)) continue;
            if (takenMeanwhile(id, act, acts)) continue;
            members.put(id, new Member(id, Role.MEMBER, act.order, added.history()));
          }
        }
        case GroupBody.Removed removed -> members.remove(removed.member());
        case GroupBody.Left _ -> members.remove(act.fact.author());
        case GroupBody.RoleGiven given ->
            members.computeIfPresent(
                given.member(), (id, m) -> new Member(id, given.role(), m.since(), m.from()));
        case GroupBody.Renamed renamed -> name = renamed.name();
        case GroupBody.Pictured pictured -> picture = pictured.picture();
        case GroupBody.HistorySet set -> history = set.history();
      }
    }
    owned(members);
    return new Standing(members, name, picture, history, removals);
  }

  /** A removal beats an addition that did not know of it. */
  private static boolean takenMeanwhile(DeviceId id, Node addition, List<Node> acts) {
    return acts.stream()
        .filter(n -> id.equals(n.takes()))
        .anyMatch(n -> n.sawNot(addition) && addition.sawNot(n));
  }

  /** A group whose last owner is gone belongs to whoever is senior, then longest in it. */
  private static void owned(Map<DeviceId, Member> members) {
    if (members.values().stream().anyMatch(m -> m.role() == Role.OWNER)) return;
    members.values().stream()
        .min(
            Comparator.comparing(Member::role)
                .thenComparingLong(Member::since)
                .thenComparing(Member::id))
        .ifPresent(m -> members.put(m.id(), new Member(m.id(), Role.OWNER, m.since(), m.from())));
  }
}
