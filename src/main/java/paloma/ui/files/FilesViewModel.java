package paloma.ui.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.model.MessageId;
import paloma.model.Transfer;

/** All transfers on one page, what runs first. JavaFX thread. */
public final class FilesViewModel {
  /** A line of the page. */
  public sealed interface Line {}

  public record Heading(Section section, int count) implements Line {}

  public record Row(Transfer transfer) implements Line {}

  /** The parts of the page, in their order. */
  public enum Section {
    RUNNING,
    WAITING,
    ENDED
  }

  /** Which direction is wanted. */
  public enum Filter {
    ALL,
    IN,
    OUT
  }

  private final Messenger messenger;
  private final Executor fx;
  private final Executor lane;
  private final Map<String, Transfer> transfers = new LinkedHashMap<>();
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
  private final ReadOnlyIntegerWrapper asking = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper incoming = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper outgoing = new ReadOnlyIntegerWrapper();
  private final ReadOnlyLongWrapper rateIn = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper rateOut = new ReadOnlyLongWrapper();

  public FilesViewModel(Messenger messenger, Executor fx, Executor lane) {
    this.messenger = messenger;
    this.fx = fx;
    this.lane = lane;
    filter.addListener(_ -> refresh());
  }

  public ObservableList<Line> lines() {
    return lines;
  }

  public ObjectProperty<Filter> filter() {
    return filter;
  }

  /** Offers of others that wait for an answer. */
  public ReadOnlyIntegerProperty asking() {
    return asking.getReadOnlyProperty();
  }

  public ReadOnlyIntegerProperty incoming() {
    return incoming.getReadOnlyProperty();
  }

  public ReadOnlyIntegerProperty outgoing() {
    return outgoing.getReadOnlyProperty();
  }

  /** Bytes a second, over everything that runs. */
  public ReadOnlyLongProperty rateIn() {
    return rateIn.getReadOnlyProperty();
  }

  public ReadOnlyLongProperty rateOut() {
    return rateOut.getReadOnlyProperty();
  }

  public void load() {
    lane.execute(() -> {
      var all = new ArrayList<>(messenger.transfers(true).reversed());
      all.addAll(messenger.transfers(false).reversed());
      fx.execute(() -> show(all));
    });
  }

  public void show(Collection<Transfer> changed) {
    changed.forEach(t -> transfers.put(t.id(), t));
    refresh();
  }

  public void hear(Notice notice) {
    switch (notice) {
      case Notice.OfferReceived n -> show(List.of(n.transfer()));
      case Notice.TransferProgress n -> show(List.of(n.transfer()));
      case Notice.TransferFinished n -> show(List.of(n.transfer()));
      case Notice.TransferFailed n -> show(List.of(n.transfer()));
      case Notice.Started _,
          Notice.Stopping _,
          Notice.PeerAppeared _,
          Notice.PeerChanged _,
          Notice.PeerLeft _,
          Notice.TrustChanged _,
          Notice.MessageReceived _,
          Notice.MessageChanged _,
          Notice.ConversationChanged _,
          Notice.GroupChanged _,
          Notice.UpdateChanged _,
          Notice.MessageDeleted _,
          Notice.Gesture _,
          Notice.NetworkChanged _,
          Notice.ProblemArose _ -> {}
    }
  }

  /** Saves what was offered; {@code into} null is the download folder. */
  public void accept(MessageId offer, Path into) {
    lane.execute(() -> later(messenger.accept(offer, into)));
  }

  public void decline(MessageId offer) {
    lane.execute(() -> later(messenger.decline(offer)));
  }

  public void cancel(MessageId offer) {
    lane.execute(() -> later(messenger.cancel(offer)));
  }

  private void later(Transfer transfer) {
    fx.execute(() -> show(List.of(transfer)));
  }

  private void refresh() {
    asking.set(
        count(t -> t.direction() == Transfer.Direction.IN && t.state() == Transfer.State.OFFERED));
    incoming.set(count(t -> t.direction() == Transfer.Direction.IN && !t.state().ended()));
    outgoing.set(count(t -> t.direction() == Transfer.Direction.OUT && !t.state().ended()));
    rateIn.set(rate(Transfer.Direction.IN));
    rateOut.set(rate(Transfer.Direction.OUT));
    var newestFirst = new ArrayList<>(transfers.values());
    Collections.reverse(newestFirst);
    var fresh = new ArrayList<Line>();
    for (var section : Section.values()) {
      var rows = newestFirst.stream().filter(t -> in(t, section) && wanted(t)).toList();
      if (rows.isEmpty()) continue;
      fresh.add(new Heading(section, rows.size()));
      rows.forEach(t -> fresh.add(new Row(t)));
    }
    if (!fresh.equals(lines)) update(fresh);
  }

  /** Rows that only moved on are replaced in place, so that a list keeps its selection. */
  private void update(List<Line> fresh) {
    if (fresh.size() != lines.size()) {
      lines.setAll(fresh);
      return;
    }
    for (int i = 0; i < fresh.size(); i++) {
      if (!fresh.get(i).equals(lines.get(i))) lines.set(i, fresh.get(i));
    }
  }

  private int count(Predicate<Transfer> which) {
    return (int) transfers.values().stream().filter(which).count();
  }

  private long rate(Transfer.Direction direction) {
    return transfers.values().stream()
        .filter(t -> t.direction() == direction && t.state() == Transfer.State.RUNNING)
        .mapToLong(Transfer::rate)
        .sum();
  }

  private boolean wanted(Transfer transfer) {
    return switch (filter.get()) {
      case ALL -> true;
      case IN -> transfer.direction() == Transfer.Direction.IN;
      case OUT -> transfer.direction() == Transfer.Direction.OUT;
    };
  }

  private static boolean in(Transfer transfer, Section section) {
    return section
        == switch (transfer.state()) {
          case RUNNING -> Section.RUNNING;
          case OFFERED, WAITING, PAUSED -> Section.WAITING;
          // A failure waits for somebody to cure it.
          case FAILED -> Section.WAITING;
          case FINISHED, DECLINED, CANCELLED -> Section.ENDED;
        };
  }
}
