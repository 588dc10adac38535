package paloma.ui.share;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paloma.model.DeviceId;
import paloma.model.Peer;
import paloma.model.Pinyin;
import paloma.model.Trust;
import paloma.ui.people.PeopleTree;
import paloma.ui.people.Roster;

/** People chosen out of everybody: found by name, kept while the search goes on. JavaFX thread. */
public final class Choice {
  /** Somebody who may be chosen. */
  public record Line(Peer peer, boolean chosen) {}

  private final Roster roster;
  private final PeopleTree meaning = new PeopleTree(Pinyin.shared());
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
  private final Set<DeviceId> picked = new LinkedHashSet<>();
  private final Map<String, String> keys = new HashMap<>();
  private List<DeviceId> first = List.of();
  private Set<DeviceId> without = Set.of();
  private boolean open;

  Choice(Roster roster) {
    this.roster = roster;
    roster.version().addListener(_ -> refresh());
    query.addListener(_ -> refresh());
  }

  /**
   * Begins anew with nobody chosen.
   *
   * @param first who stands before the others
   * @param without who can't be chosen
   */
  void begin(List<DeviceId> first, Set<DeviceId> without) {
    this.first = first;
    this.without = without;
    open = true;
    refresh();
  }

  void end() {
    open = false;
    picked.clear();
    query.set("");
    refresh();
  }

  /** In the order in which they were chosen. */
  List<DeviceId> picked() {
    return List.copyOf(picked);
  }

  /** Those put first, then who is there, then the others. */
  public ObservableList<Line> lines() {
    return lines;
  }

  public StringProperty query() {
    return query;
  }

  /** How many people were chosen. */
  public ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Chooses somebody, or not any more. */
  public void toggle(DeviceId peer) {
    if (!picked.remove(peer)) picked.add(peer);
    refresh();
  }

  /** Chooses the first that the search found, and searches for nothing any more. */
  public void chooseFound() {
    if (query.get().isBlank()) return;
    lines.stream().filter(l -> !l.chosen()).findFirst().ifPresent(l -> picked.add(l.peer().id()));
    query.set("");
    refresh();
  }

  private void refresh() {
    chosen.set(picked.size());
    if (!open) {
      lines.clear();
      return;
    }
    var fresh =
        roster.all().stream()
            .filter(p -> p.trust() != Trust.BLOCKED && !without.contains(p.id()))
            .filter(p -> picked.contains(p.id()) || meaning.meant(p, query.get()))
            .sorted(
                Comparator.comparing(this::rank)
                    .thenComparing((Peer p) -> !p.present())
                    .thenComparing(p -> keys.computeIfAbsent(p.name(), Pinyin.shared()::sortKey))
                    .thenComparing(Peer::id))
            .map(p -> new Line(p, picked.contains(p.id())))
            .toList();
    show(fresh);
  }

  /** The place among those put first; the same for all others. */
  private int rank(Peer peer) {
    int at = first.indexOf(peer.id());
    return at < 0 ? first.size() : at;
  }

  /** Rows that stay where they are keep the cursor. */
  private void show(List<Line> fresh) {
    boolean sameRows = fresh.size() == lines.size();
    for (int i = 0; sameRows && i < fresh.size(); i++) {
      sameRows = fresh.get(i).peer().id().equals(lines.get(i).peer().id());
    }
    if (!sameRows) {
      lines.setAll(fresh);
      return;
    }
    for (int i = 0; i < fresh.size(); i++) {
      if (!fresh.get(i).equals(lines.get(i))) lines.set(i, fresh.get(i));
    }
  }
}
