package paloma.ui.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import paloma.core.Messenger;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Peer;
import paloma.model.Pinyin;
import paloma.model.ProblemException;
import paloma.model.Trust;

/** The people page: the tree, what is searched in it, and whose card is shown. JavaFX thread. */
public final class PeopleViewModel {
  private final Messenger messenger;
  private final Roster roster;
  private final Executor fx;
  private final Executor lane;
  private final PeopleTree tree = new PeopleTree(Pinyin.shared());
  private final ObservableList<PeopleTree.Line> lines = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty("");
  private final StringProperty ownDepartment = new SimpleStringProperty("");
  private final ObjectProperty<PeopleTree.Filter> filter =
      new SimpleObjectProperty<>(PeopleTree.Filter.ALL);
  private final ObjectProperty<Peer> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper present = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper legacy = new ReadOnlyIntegerWrapper();
  private final ObservableList<Peer> marked = FXCollections.observableArrayList();
  private final StringProperty several = new SimpleStringProperty("");
  private final Set<String> shut = new HashSet<>();
  private final ObservableSet<DeviceId> picked = FXCollections.observableSet(new LinkedHashSet<>());

  public PeopleViewModel(Messenger messenger, Roster roster, Executor fx, Executor lane) {
    this.messenger = messenger;
    this.roster = roster;
    this.fx = fx;
    this.lane = lane;
    roster.version().addListener(_ -> refresh());
    query.addListener(_ -> refresh());
    filter.addListener(_ -> refresh());
    ownDepartment.addListener(_ -> refresh());
  }

  public ObservableList<PeopleTree.Line> lines() {
    return lines;
  }

  public StringProperty query() {
    return query;
  }

  public StringProperty ownDepartment() {
    return ownDepartment;
  }

  public ObjectProperty<PeopleTree.Filter> filter() {
    return filter;
  }

  /** Whose card is shown; null for nobody's. */
  public ObjectProperty<Peer> chosen() {
    return chosen;
  }

  /** Several people who were marked, in the order in which that happened. */
  public ObservableSet<DeviceId> picked() {
    return picked;
  }

  /** Those of them who are known. */
  List<Peer> pickedPeople() {
    return roster.all().stream().filter(p -> picked.contains(p.id())).toList();
  }

  /** Marks somebody, or not any more. */
  public void pick(DeviceId peer) {
    if (!picked.remove(peer)) picked.add(peer);
  }

  /** Those who are chosen together; fewer than two are nobody's business. */
  public ObservableList<Peer> marked() {
    return marked;
  }

  /** What is written to all of them. */
  public StringProperty several() {
    return several;
  }

  /**
   * Says the same to each of them alone. The first refusal is told; the others have it all the
   * same, so it is not to be said again.
   */
  public void sayToEach(List<Peer> people, String text, Runnable then) {
    var all = List.copyOf(people);
    lane.execute(() -> {
      ProblemException refused = null;
      for (var peer : all) {
        try {
          messenger.sayLater(messenger.conversationWith(peer.id()), text);
        } catch (ProblemException e) {
          if (refused == null) refused = e;
        }
      }
      fx.execute(() -> {
        several.set("");
        then.run();
      });
      if (refused != null) throw refused;
    });
  }

  /** The conversation with oneself, handed on on the JavaFX thread. */
  public void notes(Consumer<ConversationId> then) {
    converse(messenger.me().id(), then);
  }

  public ReadOnlyIntegerProperty total() {
    return total.getReadOnlyProperty();
  }

  public ReadOnlyIntegerProperty present() {
    return present.getReadOnlyProperty();
  }

  public ReadOnlyIntegerProperty legacy() {
    return legacy.getReadOnlyProperty();
  }

  /** Opens a closed department and closes an open one. */
  public void toggle(String department) {
    if (!shut.remove(department)) shut.add(department);
    refresh();
  }

  /** The people a query means, those who are there first, for a search from elsewhere. */
  public List<Peer> find(String typed, int limit) {
    return tree.lines(shown(), "", typed, PeopleTree.Filter.ALL, Set.of()).stream()
        .filter(PeopleTree.Person.class::isInstance)
        .map(l -> ((PeopleTree.Person) l).peer())
        .sorted((a, b) -> Boolean.compare(b.present(), a.present()))
        .limit(limit)
        .toList();
  }

  /** The conversation with somebody, handed on on the JavaFX thread. */
  public void converse(DeviceId peer, Consumer<ConversationId> then) {
    lane.execute(() -> {
      var id = messenger.conversationWith(peer);
      fx.execute(() -> then.accept(id));
    });
  }

  public void trust(DeviceId peer, Trust trust) {
    lane.execute(() -> messenger.trust(peer, trust));
  }

  private Collection<Peer> shown() {
    return roster.all();
  }

  private void refresh() {
    var people = shown();
    total.set(people.size());
    present.set((int) people.stream().filter(Peer::present).count());
    legacy.set(
        (int) people.stream().filter(p -> PeopleTree.wanted(p, PeopleTree.Filter.LEGACY)).count());
    var fresh = tree.lines(people, ownDepartment.get(), query.get(), filter.get(), shut);
    if (!fresh.equals(lines)) lines.setAll(fresh);
    var card = chosen.get();
    var still = marked.stream().flatMap(p -> roster.peer(p.id()).stream()).toList();
    if (!still.equals(marked)) marked.setAll(still);
    if (card != null) chosen.set(roster.peer(card.id()).orElse(null));
  }
}
