package paloma.core;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Group;
import paloma.model.Query;
import paloma.rig.Desk;

/** What tests of groups ask of desks. */
final class GroupDesks {
  private GroupDesks() {}

  static void meet(Desk... desks) throws InterruptedException {
    for (var one : desks) {
      for (var other : desks) if (one != other) one.awaitSees(other);
    }
  }

  static ConversationId created(Desk by, Desk... others) throws InterruptedException {
    var ids = Arrays.stream(others).map(Desk::id).toList();
    var id = by.messenger().groups().create("Lunch", ids).id();
    for (var other : others) awaitIn(other, id);
    return id;
  }

  static void awaitIn(Desk desk, ConversationId id) throws InterruptedException {
    desk.await("in the group", () -> members(desk, id).contains(desk.id()));
  }

  static List<DeviceId> members(Desk desk, ConversationId id) {
    return desk.messenger().groups().list().stream()
        .filter(g -> g.id().equals(id))
        .flatMap(g -> g.members().stream())
        .map(Group.Member::id)
        .toList();
  }

  static List<String> texts(Desk desk, ConversationId id) {
    return desk.messenger().messages(Query.latest(id, 10_000)).stream()
        .flatMap(m -> m.body() instanceof Body.Text t ? Stream.of(t.text()) : null)
        .toList();
  }

  static void awaitTexts(Desk desk, ConversationId id, String... expected)
      throws InterruptedException {
    desk.await(List.of(expected) + "", () -> texts(desk, id).equals(List.of(expected)));
  }
}
