package paloma.core;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import paloma.identity.Identity;
import paloma.log.OwnLogs;
import paloma.model.CanonicalWriter;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.DeviceKey;
import paloma.model.Group;
import paloma.model.Group.Role;
import paloma.model.GroupBody;
import paloma.model.Hash;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.peers.PeerBook;
import paloma.store.Database;

/**
 * Groups: what the person here can do with them. Thread-safe; methods return when what they did is
 * durable. The rights are looked at here for a clear answer; everybody else judges by the events.
 */
public final class Groups {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Fewer characters of an id are no more than a guess. */
  private static final int LEAST_PREFIX = 6;

  private final Correspondence correspondence;
  private final Sharing sharing;
  private final OwnLogs ownLogs;
  private final PeerBook peers;
  private final Identity identity;

  Groups(
      Correspondence correspondence,
      Sharing sharing,
      OwnLogs ownLogs,
      PeerBook peers,
      Identity identity) {
    this.correspondence = correspondence;
    this.sharing = sharing;
    this.ownLogs = ownLogs;
    this.peers = peers;
    this.identity = identity;
  }

  /** Founds a group of us and others. */
  public Group create(String name, List<DeviceId> others) {
    var members = new LinkedHashSet<DeviceKey>();
    members.add(DeviceKey.of(identity.publicKey()).orElseThrow());
    members.addAll(keys(others));
    if (members.size() > GroupBody.MOST_MEMBERS) throw full();
    var nonce = new byte[Hash.BYTES];
    RANDOM.nextBytes(nonce);
    var created =
        new GroupBody.Created(
            MessageId.random(), Hash.of(nonce), named(name), List.copyOf(members));
    others.forEach(correspondence::met);
    var message = done(ownLogs.found(created));
    sharing.keep(message.conversation());
    return group(message.conversation());
  }

  /** All we are or were in, by name. */
  public List<Group> list() {
    return sharing.ours().stream().map(this::group).toList();
  }

  public Group group(ConversationId id) {
    return sharing.group(id).orElseThrow(() -> unknown(id.text()));
  }

  public Group add(ConversationId id, List<DeviceId> others) {
    var group = leading(id);
    var fresh = others.stream().filter(o -> group.member(o).isEmpty()).distinct().toList();
    if (fresh.isEmpty()) return group;
    if (group.members().size() + fresh.size() > GroupBody.MOST_MEMBERS) throw full();
    others.forEach(correspondence::met);
    return say(id, new GroupBody.Added(MessageId.random(), keys(fresh), group.history()));
  }

  public Group remove(ConversationId id, DeviceId member) {
    var group = leading(id);
    var ours = role(group);
    if (member.equals(identity.id())) throw Problem.usage("group-remove-self").exception();
    var other = group.member(member).orElseThrow(() -> notMember(member));
    if (ours.compareTo(other.role()) > 0) throw refused();
    done(ownLogs.remove(id, member));
    return group(id);
  }

  /** Leaves it: what was said stays here, what is said later does not come. */
  public Group leave(ConversationId id) {
    member(id);
    return say(id, new GroupBody.Left(MessageId.random()));
  }

  public Group rename(ConversationId id, String name) {
    leading(id);
    return say(id, new GroupBody.Renamed(MessageId.random(), named(name)));
  }

  /** Sets the hash of the picture; zero takes it away. */
  public Group picture(ConversationId id, Hash picture) {
    leading(id);
    return say(id, new GroupBody.Pictured(MessageId.random(), picture));
  }

  public Group role(ConversationId id, DeviceId member, Role role) {
    var group = member(id);
    if (role(group) != Role.OWNER) throw refused();
    if (group.member(member).isEmpty()) throw notMember(member);
    return say(id, new GroupBody.RoleGiven(MessageId.random(), member, role));
  }

  /** What those who are added from now on get of what was said before. */
  public Group history(ConversationId id, Group.History history) {
    leading(id);
    return say(id, new GroupBody.HistorySet(MessageId.random(), history));
  }

  /** The group that somebody means by #name, its id or six or more characters of that. */
  public Optional<ConversationId> resolve(String words) {
    if (words.startsWith("#")) {
      var named =
          list().stream().filter(g -> g.name().equalsIgnoreCase(words.substring(1))).toList();
      return Optional.of(one(named, words).orElseThrow(() -> unknown(words)).id());
    }
    if (words.length() < LEAST_PREFIX) return Optional.empty();
    var begun =
        list().stream()
            .filter(g -> g.id().text().regionMatches(true, 0, words, 0, words.length()))
            .toList();
    return one(begun, words).map(Group::id);
  }

  /** The group that is meant; a name needs no # where only groups are asked for. */
  public Group find(String words) {
    return resolve(words)
        .or(() -> resolve("#" + words))
        .map(this::group)
        .orElseThrow(() -> unknown(words));
  }

  private static Optional<Group> one(List<Group> found, String words) {
    if (found.size() <= 1) return found.stream().findFirst();
    var candidates = found.stream().map(g -> "#" + g.name() + " " + g.id().text()).toList();
    throw Problem.unknown("ambiguous-name", words, String.join("\n", candidates)).exception();
  }

  /** Whether this is a group that the list may show: one that we are or were in. */
  boolean isShown(ConversationId id) {
    return sharing.wasOurs(id);
  }

  /** Whether this is a group; what forbids speaking in it is thrown, and it counts as kept. */
  boolean takesPart(ConversationId id) {
    if (!sharing.isGroup(id)) return false;
    member(id);
    if (sharing.keep(id)) sharing.others(id).forEach(correspondence::resume);
    return true;
  }

  private Group say(ConversationId id, GroupBody body) {
    done(ownLogs.append(id, body));
    sharing.keep(id);
    return group(id);
  }

  private Message done(CompletableFuture<OwnLogs.Appended> saying) {
    return Database.await(correspondence.said(saying, List.of()));
  }

  private Group member(ConversationId id) {
    var group = group(id);
    if (group.member(identity.id()).isEmpty()) {
      throw Problem.refused("group-not-in", group.name()).exception();
    }
    return group;
  }

  private Group leading(ConversationId id) {
    var group = member(id);
    if (!role(group).leads()) throw refused();
    return group;
  }

  private Role role(Group group) {
    return group.member(identity.id()).orElseThrow().role();
  }

  private List<DeviceKey> keys(List<DeviceId> devices) {
    var keys = new ArrayList<DeviceKey>();
    for (var device : devices) {
      if (device.equals(identity.id())) continue;
      keys.add(
          peers
              .publicKey(device)
              .flatMap(DeviceKey::of)
              .orElseThrow(() -> Problem.failed("group-key", peers.nameOf(device)).exception()));
    }
    return keys;
  }

  private static String named(String name) {
    var plain = name.strip();
    if (plain.isEmpty() || CanonicalWriter.utf8(plain).length > GroupBody.MAX_NAME) {
      throw Problem.usage("group-name").exception();
    }
    return plain;
  }

  private RuntimeException notMember(DeviceId device) {
    return Problem.unknown("group-no-member", peers.nameOf(device)).exception();
  }

  private static RuntimeException unknown(String words) {
    return Problem.unknown("unknown-group", words).exception();
  }

  private static RuntimeException full() {
    return Problem.refused("group-full", String.valueOf(GroupBody.MOST_MEMBERS)).exception();
  }

  private static RuntimeException refused() {
    return Problem.refused("group-rights").exception();
  }
}
