package paloma.ui.group;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import paloma.core.Groups;
import paloma.model.DeviceId;
import paloma.model.Group;
import paloma.model.Group.Role;
import paloma.model.Peer;
import paloma.model.Pinyin;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.ui.conversation.Party;

/** A group as its pane shows it, and what may be done with it. JavaFX thread. */
public final class GroupDetails {
  /**
   * Somebody in the group.
   *
   * @param peer null when nothing is known of them but who they are
   */
  public record Line(Group.Member member, Peer peer, String name, boolean us) {}

  private final Groups groups;
  private final Party party;
  private final Function<DeviceId, String> names;
  private final Executor fx;
  private final Executor lane;
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final Map<String, String> keys = new HashMap<>();

  /**
   * @param names what somebody is called
   */
  public GroupDetails(
      Groups groups, Party party, Function<DeviceId, String> names, Executor fx, Executor lane) {
    this.groups = groups;
    this.party = party;
    this.names = names;
    this.fx = fx;
    this.lane = lane;
  }

  public Party party() {
    return party;
  }

  public Group group() {
    return party.group().get();
  }

  /** Why the last request was refused; null when it was not. */
  public ReadOnlyObjectProperty<Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether we are in it. */
  public boolean in() {
    return party.role().isPresent();
  }

  /** Whether we may add, remove, rename and set the history. */
  public boolean leads() {
    return party.role().filter(Role::leads).isPresent();
  }

  /** Whether we may take somebody out. */
  public boolean mayRemove(Line line) {
    return !line.us() && leads() && party.role().orElseThrow().compareTo(line.member().role()) <= 0;
  }

  /** The roles that we may give somebody. */
  public List<Role> rolesFor(Line line) {
    if (line.us() || party.role().filter(r -> r == Role.OWNER).isEmpty()) return List.of();
    return List.of(Role.values()).stream().filter(r -> r != line.member().role()).toList();
  }

  /** Everybody, those who lead first, then who is there, then by name. */
  public List<Line> lines() {
    return group().members().stream()
        .map(this::line)
        .sorted(
            Comparator.comparing((Line l) -> l.member().role())
                .thenComparing(l -> !present(l))
                .thenComparing(l -> keys.computeIfAbsent(l.name(), Pinyin.shared()::sortKey))
                .thenComparing(l -> l.member().id()))
        .toList();
  }

  private Line line(Group.Member member) {
    boolean us = member.id().equals(party.us());
    var peer = party.known(member.id());
    var name = us ? names.apply(member.id()) : peer.map(Peer::name).orElse("");
    return new Line(
        member, peer.orElse(null), name.isBlank() ? names.apply(member.id()) : name, us);
  }

  private static boolean present(Line line) {
    return line.us() || Optional.ofNullable(line.peer()).filter(Peer::present).isPresent();
  }

  public void rename(String name) {
    var id = group().id();
    if (!name.strip().equals(group().name())) attempt(() -> groups.rename(id, name));
  }

  public void history(Group.History history) {
    var id = group().id();
    attempt(() -> groups.history(id, history));
  }

  public void role(DeviceId member, Role role) {
    var id = group().id();
    attempt(() -> groups.role(id, member, role));
  }

  public void remove(DeviceId member) {
    var id = group().id();
    attempt(() -> groups.remove(id, member));
  }

  public void leave() {
    var id = group().id();
    attempt(() -> groups.leave(id));
  }

  private void attempt(Runnable request) {
    lane.execute(() -> {
      try {
        request.run();
        fx.execute(() -> problem.set(null));
      } catch (ProblemException e) {
        fx.execute(() -> problem.set(e.problem()));
      }
    });
  }
}
