package paloma.cli.control;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import paloma.core.Groups;
import paloma.core.Messenger;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Group;
import paloma.model.Problem;

/** Groups: who is in them and what they are called. */
record GroupRequests(Messenger messenger) {
  /** What can be done to a group; the answer is the group after. */
  private interface Change {
    Group of(Groups groups, ConversationId id, Request request);
  }

  Map<String, Handler> handlers() {
    return Map.of(
        "group create", Handler.rows(this::create),
        "group list", Handler.rows((_, reply) -> groups().list().forEach(g -> row(g, reply))),
        "group show", change((groups, id, _) -> groups.group(id)),
        "group add", change((groups, id, request) -> groups.add(id, peers(request))),
        "group remove", change((groups, id, request) -> groups.remove(id, peer(request))),
        "group leave", change((groups, id, _) -> groups.leave(id)),
        "group rename", change((groups, id, request) -> groups.rename(id, request.text("name"))),
        "group role",
            change((groups, id, request) ->
                groups.role(id, peer(request), one(Group.Role.values(), request.text("role")))),
        "group set", change(GroupRequests::set));
  }

  private Groups groups() {
    return messenger.groups();
  }

  private void row(Group group, Reply reply) {
    reply.row(GroupRows.row(group, messenger));
  }

  private Handler change(Change change) {
    return Handler.rows((request, reply) -> {
      var id = groups().find(request.text("group")).id();
      row(change.of(groups(), id, request), reply);
    });
  }

  private void create(Request request, Reply reply) {
    row(groups().create(request.text("name"), peers(request)), reply);
  }

  private static Group set(Groups groups, ConversationId id, Request request) {
    if (!request.text("key").equals("history")) throw wrong(request.text("key"));
    return groups.history(id, one(Group.History.values(), request.text("value")));
  }

  private static <T extends Enum<T>> T one(T[] all, String word) {
    for (var value : all) {
      if (Rows.word(value).equals(word)) return value;
    }
    throw wrong(word);
  }

  private static RuntimeException wrong(String word) {
    return Problem.usage("group-value", word).exception();
  }

  private List<DeviceId> peers(Request request) {
    var peers = new LinkedHashSet<DeviceId>();
    request.texts("peers").forEach(words -> peers.add(messenger.resolvePeer(words).id()));
    return List.copyOf(peers);
  }

  private DeviceId peer(Request request) {
    var words = request.text("peer");
    var me = messenger.me();
    boolean ourselves = DeviceId.parse(words).filter(me.id()::equals).isPresent();
    return ourselves ? me.id() : messenger.resolvePeer(words).id();
  }
}
