package paloma.ui.announce;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paloma.core.Announcement;
import paloma.core.Announcement.Audience;
import paloma.core.Announcing;
import paloma.core.Messenger;
import paloma.model.BoardBody.Priority;

/**
 * An announcement that is being written: words, whom it is for, how many that are. JavaFX thread.
 */
public final class Composing {
  private final Messenger messenger;
  private final Executor fx;
  private final Executor lane;
  private final Consumer<Announcement> made;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty text = new SimpleStringProperty("");
  private final BooleanProperty important = new SimpleBooleanProperty();
  private final BooleanProperty confirm = new SimpleBooleanProperty();
  private final ObservableList<Audience> audiences = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper people = new ReadOnlyIntegerWrapper();
  private final Set<String> departments = new HashSet<>();

  Composing(Messenger messenger, Executor fx, Executor lane, Consumer<Announcement> made) {
    this.messenger = messenger;
    this.fx = fx;
    this.lane = lane;
    this.made = made;
  }

  /** Whether the sheet is there. */
  public BooleanProperty open() {
    return open;
  }

  public StringProperty title() {
    return title;
  }

  public StringProperty text() {
    return text;
  }

  public BooleanProperty important() {
    return important;
  }

  public BooleanProperty confirm() {
    return confirm;
  }

  /** Everybody, whose department is empty, and the departments. */
  public ObservableList<Audience> audiences() {
    return audiences;
  }

  /** How many people it is for. */
  public ReadOnlyIntegerProperty people() {
    return people.getReadOnlyProperty();
  }

  /** Counts who is there and shows the sheet; what was begun before is there again. */
  public void begin() {
    lane.execute(() -> {
      var all = messenger.announcements().audiences();
      fx.execute(() -> {
        audiences.setAll(all);
        departments.removeIf(d -> all.stream().noneMatch(a -> a.department().equals(d)));
        count();
        open.set(true);
      });
    });
  }

  /** Leaves it; the words stay for the next time. */
  public void leave() {
    open.set(false);
  }

  public boolean forEverybody() {
    return departments.isEmpty();
  }

  public boolean isFor(String department) {
    return departments.contains(department);
  }

  /** It is for a department or not; for none of them it is for everybody. */
  public void choose(String department, boolean on) {
    if (department.isEmpty()) departments.clear();
    else if (on) departments.add(department);
    else departments.remove(department);
    count();
  }

  private void count() {
    people.set(
        audiences.stream()
            .filter(a -> forEverybody() ? a.department().isEmpty() : isFor(a.department()))
            .mapToInt(Audience::people)
            .sum());
  }

  public void send() {
    if (text.get().isBlank()) return;
    var words =
        new Announcing(
            title.get().strip(),
            text.get().strip(),
            important.get() ? Priority.IMPORTANT : Priority.NORMAL,
            confirm.get(),
            List.copyOf(departments));
    lane.execute(() -> {
      var one = messenger.announcements().announce(words);
      fx.execute(() -> {
        clear();
        made.accept(one);
      });
    });
  }

  private void clear() {
    open.set(false);
    title.set("");
    text.set("");
    important.set(false);
    confirm.set(false);
    departments.clear();
  }
}
