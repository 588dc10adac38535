package paloma.ui.conversation;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import paloma.model.ConversationId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.PlainText;
import paloma.model.Query;

/**
 * Searching in one conversation: what is typed, how many messages have it and which one is shown.
 * Belongs to the front-end's thread.
 */
public final class FindViewModel {
  /** More hits than anybody steps through; the count then says "and more". */
  static final int MOST = 500;

  private final Talk talk;
  private final ConversationId id;
  private final Executor front;
  private final Executor lane;
  private final java.util.function.Consumer<MessageId> show;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper();
  private List<MessageId> hits = List.of();

  /** A search that is closed; {@code show} jumps to a message. */
  FindViewModel(
      Talk talk,
      ConversationId id,
      Executor front,
      Executor lane,
      java.util.function.Consumer<MessageId> show) {
    this.talk = talk;
    this.id = id;
    this.front = front;
    this.lane = lane;
    this.show = show;
    query.subscribe((_, _) -> search());
    open.subscribe((_, now) -> {
      if (!now) query.set("");
    });
  }

  private void search() {
    var words = query.get();
    if (PlainText.words(words).isEmpty()) {
      found(List.of());
      return;
    }
    lane.execute(() -> {
      var newestFirst =
          talk.messages(Query.words(words, MOST).in(id)).reversed().stream()
              .map(Message::id)
              .toList();
      front.execute(() -> {
        if (query.get().equals(words)) found(newestFirst);
      });
    });
  }

  private void found(List<MessageId> fresh) {
    hits = fresh;
    count.set(hits.size());
    current.set(0);
    if (!hits.isEmpty()) step(1);
  }

  /** Shows the hit before this one, an older one; after the oldest the newest. */
  public void previous() {
    step(1);
  }

  /** Shows the hit after this one. */
  public void next() {
    step(-1);
  }

  private void step(int by) {
    if (hits.isEmpty()) return;
    current.set(Math.floorMod(current.get() - 1 + by, hits.size()) + 1);
    show.accept(hits.get(current.get() - 1));
  }

  /** Whether the bar is there. */
  public BooleanProperty open() {
    return open;
  }

  public StringProperty query() {
    return query;
  }

  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  /** Which of them is shown, the newest being 1; 0 for none. */
  public ReadOnlyIntegerProperty current() {
    return current.getReadOnlyProperty();
  }
}
