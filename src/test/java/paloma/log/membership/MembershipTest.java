package paloma.log.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.DeviceKey;
import paloma.model.Group;
import paloma.model.Group.Role;
import paloma.model.GroupBody;
import paloma.model.Hash;
import paloma.model.Head;
import paloma.model.LogId;
import paloma.model.MessageId;

class MembershipTest {
  private static final ConversationId GROUP = new ConversationId(new Hash(9, 9, 9, 9));
  private static final int PEOPLE = 5;

  /** Somebody who knows some events and says others. */
  private static final class Person {
    final DeviceKey key;
    final Membership here = new Membership(GROUP);
    final Map<LogId, List<Fact>> known = new LinkedHashMap<>();

    Person(int number) {
      key = new DeviceKey(new Hash(number, 1, 2, 3));
    }

    DeviceId id() {
      return key.id();
    }

    LogId log() {
      return new LogId(GROUP, id(), 7);
    }

    void take(Fact fact) {
      known.computeIfAbsent(fact.log(), _ -> new ArrayList<>()).add(fact);
      here.add(fact);
    }

    Fact say(GroupBody body, boolean founds) {
      var own = known.getOrDefault(log(), List.of());
      var heads =
          known.values().stream()
              .filter(l -> !l.getFirst().log().equals(log()))
              .map(List::getLast)
              .map(f -> new Head(f.log().author(), f.log().epoch(), f.seq(), f.hash()))
              .toList();
      long order = 1 + known.values().stream().mapToLong(l -> l.getLast().order()).max().orElse(0);
      var hash = new Hash(key.raw().a(), own.size() + 1, 31 * order, 5);
      var fact = new Fact(log(), own.size() + 1, hash, order, heads, body, founds);
      take(fact);
      here.settle();
      return fact;
    }

    /** Takes what another knows more, as logs of one link do: each without a gap. */
    void hear(Person other, SplittableRandom random) {
      var logs = new ArrayList<>(other.known.values().stream().map(List::copyOf).toList());
      while (!logs.isEmpty()) {
        var log = logs.remove(random.nextInt(logs.size()));
        int from = known.getOrDefault(log.getFirst().log(), List.of()).size();
        for (var fact : log.subList(Math.min(from, log.size()), log.size())) take(fact);
        if (random.nextBoolean()) here.settle();
      }
      here.settle();
    }

    Map<String, Boolean> view() {
      var view = new TreeMap<String, Boolean>();
      known.values().stream()
          .flatMap(List::stream)
          .forEach(f -> view.put(f.author() + "/" + f.seq(), here.visible(f.log(), f.seq())));
      return view;
    }
  }

  private final List<Person> people = new ArrayList<>();

  private void found(int members) {
    for (int i = 0; i < PEOPLE; i++) people.add(new Person(i));
    var keys = people.stream().limit(members).map(p -> p.key).toList();
    var created = new GroupBody.Created(MessageId.random(), Hash.ZERO, "G", keys);
    people.getFirst().say(created, true);
    var random = new SplittableRandom(1);
    people.stream().skip(1).forEach(p -> p.hear(people.getFirst(), random));
  }

  private static GroupBody remove(Person from, Person whom) {
    var cuts =
        from.known.getOrDefault(whom.log(), List.of()).stream()
            .map(f -> new GroupBody.Cut(7, f.seq()))
            .max(Comparator.comparingLong(GroupBody.Cut::seq))
            .map(List::of)
            .orElse(List.of());
    return new GroupBody.Removed(MessageId.random(), whom.id(), cuts);
  }

  private static GroupBody add(Person whom) {
    return new GroupBody.Added(MessageId.random(), List.of(whom.key), Group.History.ALL);
  }

  private void everybodyHearsEverybody() {
    var random = new SplittableRandom(2);
    for (int round = 0; round < 2; round++) {
      for (var one : people) people.forEach(other -> one.hear(other, random));
    }
  }

  private List<DeviceId> members(Person at) {
    return at.here.group().members().stream().map(Group.Member::id).toList();
  }

  @Test
  void whoeverHasTheSameEventsShowsTheSame() {
    for (long seed = 1; seed <= 12; seed++) {
      people.clear();
      found(4);
      var random = new SplittableRandom(seed);
      for (int step = 0; step < 40; step++) {
        var who = people.get(random.nextInt(PEOPLE));
        var whom = people.get(random.nextInt(PEOPLE));
        switch (random.nextInt(10)) {
          case 0 -> who.say(remove(who, whom), false);
          case 1 -> who.say(add(whom), false);
          case 2 ->
              who.say(
                  new GroupBody.RoleGiven(
                      MessageId.random(), whom.id(), Role.values()[random.nextInt(3)]),
                  false);
          case 3 -> who.say(new GroupBody.Renamed(MessageId.random(), "G" + step), false);
          case 4 -> {
            if (random.nextInt(6) == 0) who.say(new GroupBody.Left(MessageId.random()), false);
          }
          case 5, 6, 7 -> who.hear(whom, random);
          default -> who.say(null, false);
        }
      }
      everybodyHearsEverybody();
      var group = people.getFirst().here.group();
      var view = people.getFirst().view();
      for (var person : people) {
        assertThat(person.here.group()).as("group, seed %s", seed).isEqualTo(group);
        assertThat(person.view()).as("timeline, seed %s", seed).isEqualTo(view);
        assertThat(person.here.hash()).isEqualTo(people.getFirst().here.hash());
      }
      assertThat(new HashMap<>(view)).as("something is hidden or shown").isNotEmpty();
    }
  }

  @Test
  void anOutsidersEventsAreHidden() {
    found(3);
    var outsider = people.get(4);
    outsider.say(null, false);
    outsider.say(add(outsider), false);
    outsider.say(null, false);
    everybodyHearsEverybody();
    assertThat(members(people.getFirst())).hasSize(3).doesNotContain(outsider.id());
    assertThat(people.getFirst().here.visible(outsider.log(), 1)).isFalse();
    assertThat(people.getFirst().here.visible(outsider.log(), 3)).isFalse();
  }

  @Test
  void aMemberMayNotActLikeAnOwner() {
    found(3);
    people.get(1).say(remove(people.get(1), people.getFirst()), false);
    people.get(2).say(add(people.get(4)), false);
    everybodyHearsEverybody();
    assertThat(members(people.get(3))).hasSize(3).contains(people.getFirst().id());
  }

  @Test
  void aRemovalBeatsAnAdditionThatDidNotKnowOfIt() {
    found(4);
    var owner = people.getFirst();
    var admin = people.get(1);
    owner.say(new GroupBody.RoleGiven(MessageId.random(), admin.id(), Role.ADMIN), false);
    owner.say(remove(owner, people.get(3)), false);
    admin.hear(owner, new SplittableRandom(3));
    // Both now act without knowing of each other; the addition is the later one in the order.
    owner.say(add(people.get(3)), false);
    admin.say(null, false);
    everybodyHearsEverybody();
    assertThat(members(people.get(2))).contains(people.get(3).id());
    admin.say(null, false);
    admin.say(remove(admin, people.get(3)), false);
    owner.say(add(people.get(3)), false);
    owner.say(remove(owner, people.get(2)), false);
    everybodyHearsEverybody();
    assertThat(members(owner)).containsExactlyInAnyOrder(owner.id(), admin.id());
  }

  @Test
  void ofTwoRemovalsTheSeniorsCountsAndTheOthersActsAreVoid() {
    found(4);
    var owner = people.getFirst();
    var admin = people.get(1);
    owner.say(new GroupBody.RoleGiven(MessageId.random(), admin.id(), Role.ADMIN), false);
    owner.say(new GroupBody.RoleGiven(MessageId.random(), people.get(2).id(), Role.ADMIN), false);
    everybodyHearsEverybody();
    owner.say(remove(owner, admin), false);
    admin.say(remove(admin, people.get(2)), false);
    admin.say(null, false);
    everybodyHearsEverybody();
    assertThat(members(people.get(4)))
        .containsExactlyInAnyOrder(owner.id(), people.get(2).id(), people.get(3).id());
    assertThat(owner.here.visible(admin.log(), 2)).isFalse();
  }
}
