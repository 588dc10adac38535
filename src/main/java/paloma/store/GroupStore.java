package paloma.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.DeviceKey;
import paloma.model.Group;
import paloma.model.Group.Member;
import paloma.model.Hash;
import paloma.model.LogId;

/** Groups as their events have them. */
public final class GroupStore {
  /** The event by which somebody is no longer in a group. */
  public record Farewell(LogId log, long seq) {}

  /**
   * What is kept of a group beside its members.
   *
   * @param kept the person here took part
   * @param ours whether we are or were in it
   * @param bodiesFrom order key before which we were given no bodies
   */
  public record Kept(boolean kept, boolean ours, long bodiesFrom) {}

  /** Makes a group known that nothing but its id is known of. */
  public void found(Tx tx, ConversationId id) {
    tx.update("INSERT OR IGNORE INTO conversation (id, kind) VALUES (?, ?)", id, LogStore.GROUP);
    tx.update(
        "INSERT OR IGNORE INTO grouping (conversation, name, picture, history, kept, ours)"
            + " VALUES (?, '', ?, ?, 0, 0)",
        id,
        Hash.ZERO,
        Group.History.ALL);
  }

  /** Replaces what is known of a group by what its events say now. */
  public void put(Tx tx, Group group, DeviceId us, Map<DeviceId, Farewell> gone) {
    var id = group.id();
    var me = group.member(us);
    tx.update(
        "UPDATE grouping SET name = ?, picture = ?, history = ?, ours = ours OR ?,"
            + " bodies_from = coalesce(?, bodies_from) WHERE conversation = ?",
        group.name(),
        group.picture(),
        group.history(),
        me.isPresent(),
        me.map(Member::bodiesFrom).orElse(null),
        id);
    tx.update("DELETE FROM member WHERE conversation = ?", id);
    for (var member : group.members()) {
      tx.update(
          "INSERT INTO member (conversation, device, since, role, history) VALUES (?, ?, ?, ?, ?)",
          id,
          member.id(),
          member.since(),
          member.role(),
          member.from());
    }
    tx.update("DELETE FROM farewell WHERE conversation = ?", id);
    gone.forEach((device, farewell) ->
        tx.update(
            "INSERT INTO farewell (conversation, device, author, epoch, seq)"
                + " VALUES (?, ?, ?, ?, ?)",
            id,
            device,
            farewell.log().author(),
            farewell.log().epoch(),
            farewell.seq()));
  }

  public void named(Tx tx, ConversationId id, DeviceKey key) {
    tx.update(
        "INSERT OR IGNORE INTO named (conversation, device, spki) VALUES (?, ?, ?)",
        id,
        key.id(),
        key.spki());
  }

  public boolean isNamed(Tx tx, ConversationId id, DeviceId device) {
    return tx.number("SELECT count(*) FROM named WHERE conversation = ? AND device = ?", id, device)
        > 0;
  }

  /** The key of somebody whom a group names. */
  public Optional<byte[]> key(Tx tx, DeviceId device) {
    return tx.first(
        "SELECT spki FROM named WHERE device = ? LIMIT 1", row -> row.getBytes(1), device);
  }

  private static final String MEMBERS =
      "SELECT device, role, since, history FROM member WHERE conversation = ?";

  private static final Tx.Row<Member> MEMBER =
      row ->
          new Member(
              DeviceId.of(row.getBytes(1)),
              Group.Role.valueOf(row.getString(2)),
              row.getLong(3),
              Group.History.valueOf(row.getString(4)));

  public Optional<Member> member(Tx tx, ConversationId id, DeviceId device) {
    return tx.first(MEMBERS + " AND device = ?", MEMBER, id, device);
  }

  public Optional<Group> group(Tx tx, ConversationId id) {
    var members = tx.list(MEMBERS + " ORDER BY device", MEMBER, id);
    return tx.first(
        "SELECT name, picture, history FROM grouping WHERE conversation = ?",
        row ->
            new Group(
                id,
                row.getString(1),
                Hash.of(row.getBytes(2)),
                Group.History.valueOf(row.getString(3)),
                members),
        id);
  }

  public Optional<Kept> kept(Tx tx, ConversationId id) {
    return tx.first(
        "SELECT kept, ours, bodies_from FROM grouping WHERE conversation = ?",
        row -> new Kept(row.getBoolean(1), row.getBoolean(2), row.getLong(3)),
        id);
  }

  /** The person here took part in a group; whether that is new. */
  public boolean keep(Tx tx, ConversationId id) {
    return tx.update("UPDATE grouping SET kept = 1 WHERE conversation = ? AND kept = 0", id) > 0;
  }

  /** Groups that we are or were in. */
  public List<ConversationId> ours(Tx tx) {
    return ids(tx, "SELECT conversation FROM grouping WHERE ours ORDER BY name, conversation");
  }

  /** How many groups of strangers nobody here has taken part in. */
  public long notKept(Tx tx) {
    return tx.number("SELECT count(*) FROM grouping WHERE NOT kept");
  }

  /** Groups that somebody is no longer in, with the event that says so. */
  public List<Farewell> farewells(Tx tx, DeviceId device) {
    return tx.list(
        "SELECT conversation, author, epoch, seq FROM farewell WHERE device = ?",
        row ->
            new Farewell(
                new LogId(
                    ConversationId.of(row.getBytes(1)),
                    DeviceId.of(row.getBytes(2)),
                    row.getLong(3)),
                row.getLong(4)),
        device);
  }

  public Optional<Farewell> farewell(Tx tx, ConversationId id, DeviceId device) {
    return farewells(tx, device).stream()
        .filter(f -> f.log().conversation().equals(id))
        .findFirst();
  }

  /** Bytes of bodies in a conversation, whoever said them. */
  public long bytesIn(Tx tx, ConversationId id) {
    return tx.number("SELECT coalesce(sum(length(body)), 0) FROM event WHERE conversation = ?", id);
  }

  private static List<ConversationId> ids(Tx tx, String sql) {
    return tx.list(sql, row -> ConversationId.of(row.getBytes(1)));
  }
}
