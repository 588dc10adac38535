package paloma.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import paloma.model.CanonicalReader;
import paloma.model.CanonicalWriter;
import paloma.model.DeviceId;
import paloma.model.DeviceKey;
import paloma.model.Group;
import paloma.model.GroupBody;
import paloma.model.GroupBody.Cut;
import paloma.model.MalformedException;
import paloma.model.MessageId;

/** What follows version and id in the body of a {@link GroupBody}. */
final class GroupBodies {
  private GroupBodies() {}

  static int kind(GroupBody body) {
    return switch (body) {
      case GroupBody.Created _ -> GroupBody.CREATED;
      case GroupBody.Added _ -> GroupBody.ADDED;
      case GroupBody.Removed _ -> GroupBody.REMOVED;
      case GroupBody.Left _ -> GroupBody.LEFT;
      case GroupBody.RoleGiven _ -> GroupBody.ROLE;
      case GroupBody.Renamed _ -> GroupBody.RENAMED;
      case GroupBody.Pictured _ -> GroupBody.PICTURED;
      case GroupBody.HistorySet _ -> GroupBody.HISTORY;
    };
  }

  static void write(CanonicalWriter out, GroupBody body) {
    switch (body) {
      case GroupBody.Created created -> {
        out.hash(created.nonce()).text(created.name());
        keys(out, created.members());
      }
      case GroupBody.Added added -> {
        out.u8(added.history().ordinal());
        keys(out, added.members());
      }
      case GroupBody.Removed removed -> {
        out.hash(removed.member().hash()).u8(removed.cuts().size());
        removed.cuts().forEach(cut -> out.i64(cut.epoch()).i64(cut.seq()));
      }
      case GroupBody.Left _ -> {}
      case GroupBody.RoleGiven given -> out.hash(given.member().hash()).u8(given.role().ordinal());
      case GroupBody.Renamed renamed -> out.text(renamed.name());
      case GroupBody.Pictured pictured -> out.hash(pictured.picture());
      case GroupBody.HistorySet set -> out.u8(set.history().ordinal());
    }
  }

  /** Null for a kind that is none of these. */
  static GroupBody read(int kind, CanonicalReader in, MessageId id) throws MalformedException {
    return switch (kind) {
      case GroupBody.CREATED -> new GroupBody.Created(id, in.hash(), name(in), keys(in));
      case GroupBody.ADDED -> {
        var history = one(Group.History.values(), in);
        yield new GroupBody.Added(id, keys(in), history);
      }
      case GroupBody.REMOVED -> new GroupBody.Removed(id, new DeviceId(in.hash()), cuts(in));
      case GroupBody.LEFT -> new GroupBody.Left(id);
      case GroupBody.ROLE ->
          new GroupBody.RoleGiven(id, new DeviceId(in.hash()), one(Group.Role.values(), in));
      case GroupBody.RENAMED -> new GroupBody.Renamed(id, name(in));
      case GroupBody.PICTURED -> new GroupBody.Pictured(id, in.hash());
      case GroupBody.HISTORY -> new GroupBody.HistorySet(id, one(Group.History.values(), in));
      default -> null;
    };
  }

  private static String name(CanonicalReader in) throws MalformedException {
    var name = in.text(GroupBody.MAX_NAME);
    CanonicalReader.check(!name.isBlank(), "a group without a name");
    return name;
  }

  private static <T> T one(T[] all, CanonicalReader in) throws MalformedException {
    int code = in.u8();
    CanonicalReader.check(code < all.length, "code " + code);
    return all[code];
  }

  private static void keys(CanonicalWriter out, List<DeviceKey> keys) {
    out.u16(keys.size());
    keys.forEach(key -> out.hash(key.raw()));
  }

  private static List<DeviceKey> keys(CanonicalReader in) throws MalformedException {
    int count = in.u16();
    CanonicalReader.check(count >= 1 && count <= GroupBody.MOST_MEMBERS, "number of members");
    var keys = new ArrayList<DeviceKey>(count);
    for (int i = 0; i < count; i++) keys.add(new DeviceKey(in.hash()));
    CanonicalReader.check(new HashSet<>(keys).size() == count, "a member twice");
    return List.copyOf(keys);
  }

  private static List<Cut> cuts(CanonicalReader in) throws MalformedException {
    int count = in.u8();
    CanonicalReader.check(count <= GroupBody.MOST_CUTS, "number of cuts");
    var cuts = new ArrayList<Cut>(count);
    for (int i = 0; i < count; i++) {
      var cut = new Cut(in.i64(1, Long.MAX_VALUE), in.i64(0, Long.MAX_VALUE));
      CanonicalReader.check(
          cuts.isEmpty() || cuts.getLast().epoch() < cut.epoch(), "cuts unsorted");
      cuts.add(cut);
    }
    return List.copyOf(cuts);
  }
}
