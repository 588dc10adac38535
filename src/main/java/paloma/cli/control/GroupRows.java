package paloma.cli.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import paloma.core.Messenger;
import paloma.model.DeviceId;
import paloma.model.DeviceKey;
import paloma.model.Group;
import paloma.model.GroupBody;
import paloma.model.Hash;
import paloma.model.Peer;

/** Groups as rows, and what happened in them as words that a program can read. */
final class GroupRows {
  private GroupRows() {}

  static Map<String, Object> row(Group group, Messenger messenger) {
    var me = messenger.me();
    var row = new LinkedHashMap<String, Object>();
    row.put("group", group.id().text());
    row.put("name", group.name());
    row.put(
        "members",
        group.members().stream()
            .map(member -> {
              var one = new LinkedHashMap<String, Object>();
              one.put("id", member.id().text());
              one.put("name", nameOf(messenger, me, member.id()));
              one.put("role", member.role().word());
              return one;
            })
            .toList());
    row.put("history", group.history().word());
    row.put("member", group.member(me.id()).isPresent());
    row.put("picture", group.picture().equals(Hash.ZERO) ? null : group.picture().hex());
    return row;
  }

  private static String nameOf(Messenger messenger, Peer me, DeviceId id) {
    return id.equals(me.id()) ? me.name() : messenger.peer(id).map(Peer::name).orElse("");
  }

  /** What a change of a group says in {@code history}: a word and what it is about. */
  static String text(GroupBody body, Function<DeviceId, String> nameOf) {
    return switch (body) {
      case GroupBody.Created created -> "created " + created.name();
      case GroupBody.Added added -> "added " + names(added.members(), nameOf);
      case GroupBody.Removed removed -> "removed " + name(removed.member(), nameOf);
      case GroupBody.Left _ -> "left";
      case GroupBody.RoleGiven given ->
          "role " + name(given.member(), nameOf) + " " + given.role().word();
      case GroupBody.Renamed renamed -> "renamed " + renamed.name();
      case GroupBody.Pictured _ -> "picture";
      case GroupBody.HistorySet set -> "history " + set.history().word();
    };
  }

  private static String names(List<DeviceKey> keys, Function<DeviceId, String> nameOf) {
    return keys.stream().map(key -> name(key.id(), nameOf)).collect(Collectors.joining(", "));
  }

  private static String name(DeviceId id, Function<DeviceId, String> nameOf) {
    var name = nameOf.apply(id);
    return name.isEmpty() ? id.shortText() : name;
  }
}
