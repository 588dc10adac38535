package paloma.ui.conversation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import paloma.model.Conversation;
import paloma.model.DeviceId;
import paloma.model.Group;
import paloma.model.Peer;
import paloma.model.VerbBody.Mentions;

/** Who is in a conversation, as they are now. Belongs to the front-end's thread. */
public final class Party {
  private final DeviceId us;
  private final ReadOnlyObjectWrapper<Peer> peer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Group> group = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  private final Map<DeviceId, Peer> people = new HashMap<>();

  Party(DeviceId us) {
    this.us = us;
  }

  /** All that is known of who is in a conversation, in a group we too; blocks, so on the lane. */
  static List<Peer> of(Talk talk, Conversation conversation) {
    return conversation.group() == null
        ? known(talk, conversation.members())
        : of(talk, conversation.group());
  }

  static List<Peer> of(Talk talk, Group group) {
    return known(talk, group.members().stream().map(Group.Member::id).toList());
  }

  private static List<Peer> known(Talk talk, List<DeviceId> people) {
    return people.stream().flatMap(p -> talk.peer(p).stream()).toList();
  }

  /** One other person. */
  void show(Peer other) {
    peer.set(other);
    changed();
  }

  /** A group as it is now, and all that is known of who is in it. */
  void show(Group now, Collection<Peer> members) {
    members.forEach(m -> people.put(m.id(), m));
    group.set(now);
    changed();
  }

  /** Somebody changed, whether they belong to it or not. */
  void hear(Peer changed) {
    if (peer.get() != null && peer.get().id().equals(changed.id())) peer.set(changed);
    if (people.replace(changed.id(), changed) != null) changed();
  }

  private void changed() {
    version.set(version.get() + 1);
  }

  /** The other person of a one-to-one; null in a group or while unknown. */
  ReadOnlyObjectProperty<Peer> peer() {
    return peer.getReadOnlyProperty();
  }

  /** Null in a one-to-one or while unknown. */
  public ReadOnlyObjectProperty<Group> group() {
    return group.getReadOnlyProperty();
  }

  /** Rises whenever the group or anybody in it changed. */
  public ReadOnlyIntegerProperty version() {
    return version.getReadOnlyProperty();
  }

  /** Somebody in the group; empty when nothing is known of them. */
  public Optional<Peer> known(DeviceId member) {
    return Optional.ofNullable(people.get(member));
  }

  /** Everybody in the group but us of whom something is known. */
  List<Peer> others() {
    if (group.get() == null) return List.of();
    return group.get().members().stream()
        .filter(m -> !m.id().equals(us))
        .flatMap(m -> known(m.id()).stream())
        .toList();
  }

  /** Whom a text that is said here calls. */
  Mentions calls(String text, Map<String, DeviceId> picked) {
    var people = others().stream().map(p -> new Calls.Person(p.id(), p.name())).toList();
    return gone() || group.get() == null ? Mentions.NOBODY : Calls.in(text, people, picked);
  }

  public DeviceId us() {
    return us;
  }

  /** What we may do in the group; empty when we are not in it. */
  public Optional<Group.Role> role() {
    return Optional.ofNullable(group.get()).flatMap(g -> g.member(us)).map(Group.Member::role);
  }

  /** Whether it is a group that we are not in any more. */
  boolean gone() {
    return group.get() != null && role().isEmpty();
  }

  /** How many of the group are there, we too. */
  int present() {
    return (int) others().stream().filter(Peer::present).count() + (gone() ? 0 : 1);
  }
}
