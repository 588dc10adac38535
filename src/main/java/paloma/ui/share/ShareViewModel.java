package paloma.ui.share;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import paloma.core.Messenger;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.ui.conversation.Parcel;
import paloma.ui.people.Roster;

/**
 * Files that another program handed over, and the people chosen for them. Nothing is sent before
 * {@link #send}. JavaFX thread.
 */
public final class ShareViewModel {
  private final Messenger messenger;
  private final Executor fx;
  private final Executor lane;
  private final Choice choice;
  private final ReadOnlyObjectWrapper<Parcel> parcel = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Message> message = new ReadOnlyObjectWrapper<>();
  private final Set<Path> paths = new LinkedHashSet<>();

  public ShareViewModel(Messenger messenger, Roster roster, Executor fx, Executor lane) {
    this.messenger = messenger;
    this.fx = fx;
    this.lane = lane;
    choice = new Choice(roster);
  }

  /** What is about to be sent; null for nothing. */
  public ReadOnlyObjectProperty<Parcel> parcel() {
    return parcel.getReadOnlyProperty();
  }

  /** A message that is about to be passed on; null for none. */
  public ReadOnlyObjectProperty<Message> message() {
    return message.getReadOnlyProperty();
  }

  /** Whether something is about to be sent. */
  public boolean loaded() {
    return parcel.get() != null || message.get() != null;
  }

  /** Asks to whom a message is passed on. */
  public void forward(Message wanted) {
    cancel();
    lane.execute(() -> {
      var talked = talked();
      fx.execute(() -> {
        message.set(wanted);
        choice.begin(talked, Set.of());
      });
    });
  }

  private List<DeviceId> talked() {
    return messenger.conversations().stream()
        .filter(c -> c.members().size() == 1)
        .map(c -> c.members().getFirst())
        .toList();
  }

  /** To whom it goes; recent conversations stand first. */
  public Choice choice() {
    return choice;
  }

  /** More to send: some file managers hand over one file after the other. */
  public void add(List<Path> more) {
    paths.addAll(more);
    var all = List.copyOf(paths);
    lane.execute(() -> {
      var talked = talked();
      var counted = Parcel.of(all);
      fx.execute(() -> {
        // Cancelled, or more came meanwhile.
        if (!all.equals(List.copyOf(paths))) return;
        parcel.set(counted);
        choice.begin(talked, Set.of());
      });
    });
  }

  /**
   * Offers everything to everybody chosen, and forgets both.
   *
   * @param then is given the conversation with the first of them
   */
  public void send(Consumer<ConversationId> then) {
    var picked = choice.picked();
    if (!loaded() || picked.isEmpty()) return;
    var passed = message.get();
    var all =
        passed != null
            ? List.<Path>of()
            : parcel.get().items().stream().map(Parcel.Item::path).toList();
    var first = picked.getFirst();
    for (var peer : picked) {
      // One request each: what one of them refuses reaches the others all the same.
      lane.execute(() -> {
        var with = messenger.conversationWith(peer);
        var _ =
            passed != null
                ? messenger.verbs().forward(passed.id(), with)
                : messenger.offer(with, all);
      });
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
    message.set(null);
    choice.end();
  }
}
