package paloma.ui.firstrun;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paloma.core.Messenger;
import paloma.model.NameMatch;
import paloma.model.Peer;
import paloma.model.Pinyin;
import paloma.model.Profile;
import paloma.ui.people.Roster;

/** Who somebody is, with what the network already suggests. JavaFX thread. */
public final class FirstRunViewModel {
  /** As many suggestions as fit below the field without moving the page. */
  static final int SUGGESTIONS = 2;

  /** Faces beside the number of colleagues. */
  static final int FACES = 7;

  /** A department that others gave. */
  public record Suggestion(String department, int colleagues) {}

  private final Messenger messenger;
  private final Roster roster;
  private final Executor lane;
  private final NameMatch match = new NameMatch(Pinyin.shared());
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty department = new SimpleStringProperty("");
  private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();
  private final ObservableList<Peer> faces = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper();

  public FirstRunViewModel(Messenger messenger, Roster roster, Executor lane) {
    this.messenger = messenger;
    this.roster = roster;
    this.lane = lane;
    roster.version().addListener(_ -> refresh());
    department.addListener(_ -> refresh());
  }

  /** What is known already: the name of the account, or what was given on the command line. */
  public void show(Profile profile) {
    name.set(profile.name());
    department.set(profile.department());
    refresh();
  }

  public StringProperty name() {
    return name;
  }

  public StringProperty department() {
    return department;
  }

  public ObservableList<Suggestion> suggestions() {
    return suggestions;
  }

  public ObservableList<Peer> faces() {
    return faces;
  }

  /** Colleagues heard so far. */
  public ReadOnlyIntegerProperty found() {
    return found.getReadOnlyProperty();
  }

  /** Takes what was written; an emptied name stays what it was. */
  public void finish() {
    var newName = name.get().strip();
    var newDepartment = department.get().strip();
    lane.execute(() ->
        messenger.changeProfile(
            p -> p.withName(newName.isEmpty() ? p.name() : newName).withDepartment(newDepartment)));
  }

  private void refresh() {
    var people = roster.all().stream().filter(Peer::present).toList();
    found.set(people.size());
    var fresh = people.stream().sorted(Comparator.comparing(Peer::id)).limit(FACES).toList();
    if (!fresh.equals(faces)) faces.setAll(fresh);
    var typed = department.get().strip();
    Map<String, Long> departments =
        people.stream()
            .map(p -> p.profile().department().strip())
            .filter(d -> !d.isEmpty() && !d.equals(typed) && match.matches(d, typed))
            .collect(Collectors.groupingBy(d -> d, Collectors.counting()));
    List<Suggestion> best =
        departments.entrySet().stream()
            .map(e -> new Suggestion(e.getKey(), e.getValue().intValue()))
            .sorted(
                Comparator.comparing(Suggestion::colleagues)
                    .reversed()
                    .thenComparing(Suggestion::department))
            .limit(SUGGESTIONS)
            .toList();
    if (!best.equals(suggestions)) suggestions.setAll(best);
  }
}
