package paloma.ui.share;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paloma.core.Messenger;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Peer;
import paloma.model.Pinyin;
import paloma.model.Trust;
import paloma.ui.conversation.Parcel;
import paloma.ui.people.PeopleTree;
import paloma.ui.people.Roster;

/**
 * Files that another program handed over, and the people chosen for them. Nothing is sent before
 * {@link #send}. JavaFX thread.
 */
public final class ShareViewModel {
  /** Somebody it may go to. */
  public record Line(Peer peer, boolean chosen) {}

  private final Messenger messenger;
  private final Roster roster;
  private final Executor fx;
  private final Executor lane;
  private final PeopleTree meaning = new PeopleTree(Pinyin.shared());
  private final ReadOnlyObjectWrapper<Parcel> parcel = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
  private final Set<Path> paths = new LinkedHashSet<>();
  private final Set<DeviceId> picked = new LinkedHashSet<>();
  private final Map<String, String> keys = new HashMap<>();
  private List<DeviceId> recent = List.of();

  public ShareViewModel(Messenger messenger, Roster roster, Executor fx, Executor lane) {
    this.messenger = messenger;
    this.roster = roster;
    this.fx = fx;
    this.lane = lane;
    roster.version().addListener(_ -> refresh());
    query.addListener(_ -> refresh());
  }

  /** What is about to be sent; null for nothing. */
  public ReadOnlyObjectProperty<Parcel> parcel() {
    return parcel.getReadOnlyProperty();
  }

  /** Recent conversations first, then who is there, then the others. */
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

  /** More to send: some file managers hand over one file after the other. */
  public void add(List<Path> more) {
    paths.addAll(more);
    var all = List.copyOf(paths);
    lane.execute(() -> {
      var talked = new ArrayList<DeviceId>();
      for (var conversation : messenger.conversations()) {
        if (conversation.members().size() == 1) talked.add(conversation.members().getFirst());
      }
      var counted = Parcel.of(all);
      fx.execute(() -> {
        // Cancelled, or more came meanwhile.
        if (!all.equals(List.copyOf(paths))) return;
        recent = talked;
        parcel.set(counted);
        refresh();
      });
    });
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

  /**
   * Offers everything to everybody chosen, and forgets both.
   *
   * @param then is given the conversation with the first of them
   */
  public void send(Consumer<ConversationId> then) {
    if (parcel.get() == null || picked.isEmpty()) return;
    var all = parcel.get().items().stream().map(Parcel.Item::path).toList();
    var first = picked.iterator().next();
    for (var peer : picked) {
      // One request each: what one of them refuses reaches the others all the same.
      lane.execute(() -> messenger.offer(messenger.conversationWith(peer), all));
    }
    lane.execute(() -> {
      var with = messenger.conversationWith(first);
      fx.execute(() -> then.accept(with));
    });
    cancel();
  }

  /** Sends nothing. */
  public void cancel() {
    paths.clear();
    parcel.set(null);
    picked.clear();
    query.set("");
    refresh();
  }

  private void refresh() {
    chosen.set(picked.size());
    if (parcel.get() == null) {
      lines.clear();
      return;
    }
    var fresh =
        roster.all().stream()
            .filter(p -> p.trust() != Trust.BLOCKED)
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

  /** The place among the recent conversations; the same for all others. */
  private int rank(Peer peer) {
    int at = recent.indexOf(peer.id());
    return at < 0 ? recent.size() : at;
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
