package paloma.ui.group;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import paloma.core.Messenger;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Group;
import paloma.model.GroupBody;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.ui.people.Roster;
import paloma.ui.share.Choice;

/** People who are being chosen for a group: a new one, or one that is there. JavaFX thread. */
public final class Gathering {
  /** Names in the name that a group without one is given. */
  private static final int NAMES = 4;

  /** What they are chosen for. */
  public sealed interface Aim {
    /** People it still has room for. */
    int room();

    /** A new group. */
    record Found() implements Aim {
      @Override
      public int room() {
        return GroupBody.MOST_MEMBERS - 1;
      }
    }

    record Add(Group group) implements Aim {
      @Override
      public int room() {
        return GroupBody.MOST_MEMBERS - group.members().size();
      }
    }
  }

  private final Messenger messenger;
  private final Roster roster;
  private final Executor fx;
  private final Executor lane;
  private final Choice choice;
  private final ReadOnlyObjectWrapper<Aim> aim = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final StringProperty name = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private String mine = "";

  public Gathering(Messenger messenger, Roster roster, Executor fx, Executor lane) {
    this.messenger = messenger;
    this.roster = roster;
    this.fx = fx;
    this.lane = lane;
    choice = new Choice(roster);
  }

  /** Begins a new group; those who are given are chosen already. */
  public void found(List<DeviceId> chosen) {
    begin(new Aim.Found(), chosen);
  }

  /** Begins to choose who else joins a group. */
  public void add(Group group) {
    begin(new Aim.Add(group), List.of());
  }

  private void begin(Aim wanted, List<DeviceId> chosen) {
    cancel();
    lane.execute(() -> {
      var talked = talked();
      var me = messenger.me();
      fx.execute(() -> {
        mine = me.name();
        choice.begin(talked, without(wanted, me.id()), chosen);
        aim.set(wanted);
      });
    });
  }

  private List<DeviceId> talked() {
    return messenger.conversations().stream()
        .filter(c -> c.group() == null && c.members().size() == 1)
        .map(c -> c.members().getFirst())
        .toList();
  }

  private static Set<DeviceId> without(Aim aim, DeviceId us) {
    var without = new HashSet<DeviceId>();
    without.add(us);
    if (aim instanceof Aim.Add(var group)) group.members().forEach(m -> without.add(m.id()));
    return without;
  }

  /** What a group is called that nobody gave a name: by who is in it. */
  public String suggested(String and) {
    var name = new StringBuilder(mine);
    for (var person : choice.picked().stream().limit(NAMES - 1).toList()) {
      var longer = name + and + roster.name(person);
      if (longer.getBytes(StandardCharsets.UTF_8).length > GroupBody.MAX_NAME) break;
      name.replace(0, name.length(), longer);
    }
    return name.toString();
  }

  /** Whether it can be done now: somebody is chosen, and not more than there is room for. */
  public boolean ready() {
    int chosen = choice.chosen().get();
    return aim.get() != null && !busy.get() && chosen > 0 && chosen <= aim.get().room();
  }

  /**
   * Founds the group, or adds to it.
   *
   * @param and what stands between names in a name made of them
   * @param then is given the conversation
   */
  public void go(String and, Consumer<ConversationId> then) {
    if (!ready()) return;
    var people = choice.picked();
    var called = name.get().isBlank() ? suggested(and) : name.get();
    var wanted = aim.get();
    Supplier<Group> request =
        () ->
            switch (wanted) {
              case Aim.Found _ -> messenger.groups().create(called, people);
              case Aim.Add(var group) -> messenger.groups().add(group.id(), people);
            };
    busy.set(true);
    lane.execute(() -> {
      try {
        var group = request.get();
        fx.execute(() -> {
          cancel();
          then.accept(group.id());
        });
      } catch (ProblemException e) {
        fx.execute(() -> {
          busy.set(false);
          problem.set(e.problem());
        });
      }
    });
  }

  /** Does nothing of it. */
  public void cancel() {
    aim.set(null);
    problem.set(null);
    busy.set(false);
    name.set("");
    choice.end();
  }

  /** What people are chosen for; null while nobody is asked. */
  public ReadOnlyObjectProperty<Aim> aim() {
    return aim.getReadOnlyProperty();
  }

  /** Why it was refused; null when it was not. */
  public ReadOnlyObjectProperty<Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  public StringProperty name() {
    return name;
  }

  public BooleanProperty busy() {
    return busy;
  }

  public Choice choice() {
    return choice;
  }
}
