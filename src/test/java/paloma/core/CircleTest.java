package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paloma.model.DeviceId;
import paloma.model.Hash;

class CircleTest {
  /** From one member's commit to the next one's: far more than a LAN and a disk take. */
  private static final int HOP = 100;

  private static List<DeviceId> members(int count) {
    var random = new SplittableRandom(count);
    var members = new ArrayList<DeviceId>();
    for (int i = 0; i < count; i++) {
      members.add(
          new DeviceId(
              new Hash(
                  random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong())));
    }
    return members;
  }

  private record Arrival(int at, DeviceId from, DeviceId to) {}

  /** How one message spreads: when the last has it, and how many copies travelled. */
  private record Spread(int reached, int millis, int copies) {}

  /** Everybody passes on what is new, to neighbours of whom they do not know that they have it. */
  private static Spread spread(List<DeviceId> members, DeviceId author) {
    var near = new HashMap<DeviceId, Set<DeviceId>>();
    for (var member : members) {
      near.put(
          member,
          members.size() > Circle.EVERYBODY
              ? Circle.neighbours(member, members)
              : new HashSet<>(member.equals(author) ? members : List.of()));
      near.get(member).remove(member);
    }
    var has = new HashMap<DeviceId, Integer>(Map.of(author, 0));
    var known = new HashMap<DeviceId, Set<DeviceId>>();
    var queue = new PriorityQueue<Arrival>(Comparator.comparingInt(Arrival::at));
    near.get(author).forEach(to -> queue.add(new Arrival(HOP, author, to)));
    int copies = 0;
    while (!queue.isEmpty()) {
      var next = queue.remove();
      known.computeIfAbsent(next.to, _ -> new HashSet<>()).add(next.from);
      // Whoever has sent it to us meanwhile gets no copy back.
      if (known.getOrDefault(next.from, Set.of()).contains(next.to)) continue;
      copies++;
      if (has.putIfAbsent(next.to, next.at) != null) continue;
      near.get(next.to).forEach(to -> queue.add(new Arrival(next.at + HOP, next.to, to)));
    }
    int last = has.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return new Spread(has.size(), last, copies);
  }

  @Test
  void oneMessageReachesAllInTimeAndItsTrafficGrowsWithTheMembers() {
    System.out.println("members  ms  copies  copies/member");
    for (int count : List.of(10, 50, 100, 500)) {
      var members = members(count);
      var spread = spread(members, members.getFirst());
      System.out.printf(
          "%7d %3d %7d %6.1f%n",
          count, spread.millis, spread.copies, (double) spread.copies / count);
      assertThat(spread.reached).isEqualTo(count);
      assertThat(spread.millis).isLessThanOrEqualTo(2000);
      assertThat(spread.copies).isLessThanOrEqualTo(8 * count);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 64, 65, 100, 343, 500})
  void eachOfTwoNamesTheOtherOrNeitherDoesAndNobodyHasMoreThanEight(int count) {
    var members = members(count);
    for (var one : members) {
      var near = Circle.neighbours(one, members);
      assertThat(near).hasSizeBetween(2, 8).doesNotContain(one);
      for (var other : near) assertThat(Circle.neighbours(other, members)).contains(one);
    }
  }

  @Test
  void withATenthGoneAtRandomTheRestAreStillReached() {
    var all = members(500);
    var random = new SplittableRandom(7);
    for (int run = 0; run < 20; run++) {
      var present = new ArrayList<>(all);
      present.removeIf(_ -> random.nextInt(10) == 0);
      var spread = spread(present, present.get(random.nextInt(present.size())));
      assertThat(spread.reached).isEqualTo(present.size());
      assertThat(spread.millis).isLessThanOrEqualTo(2000);
    }
  }
}
