package paloma.ui.conversation;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import paloma.model.ConversationId;
import paloma.model.MessageId;
import paloma.model.Query;

/**
 * Which stretch of a conversation is loaded: its end, or a part around something found that can be
 * read on in both directions. Belongs to the front-end's thread; the core is asked on the lane.
 */
final class Pages {
  /** Messages asked for at once: a few screens, read in some milliseconds. */
  static final int SIZE = 200;

  private final Talk talk;
  private final ConversationId id;
  private final Executor front;
  private final Executor lane;
  private final Transcript transcript;
  private final Runnable changed;
  private final BooleanProperty atEnd;
  private final ReadOnlyObjectWrapper<MessageId> found = new ReadOnlyObjectWrapper<>();
  private boolean older = true;
  private boolean newest = true;
  private boolean asking;

  /**
   * Pages of a conversation; {@code changed} shows them.
   *
   * @param atEnd whether the newest row is in view
   */
  Pages(
      Talk talk,
      ConversationId id,
      Executor front,
      Executor lane,
      Transcript transcript,
      BooleanProperty atEnd,
      Runnable changed) {
    this.talk = talk;
    this.id = id;
    this.front = front;
    this.lane = lane;
    this.transcript = transcript;
    this.atEnd = atEnd;
    this.changed = changed;
  }

  /** Whether the newest message is loaded: what comes goes on from there. */
  boolean newest() {
    return newest;
  }

  /** The newest page is there. */
  void began(Transcript.Page page) {
    transcript.add(page);
    older = page.messages().size() == SIZE;
    newest = true;
  }

  /** Only the newest were kept. */
  void forgotOlder() {
    older = true;
  }

  /** Asks for the page before the oldest message that is here. */
  void older() {
    if (asking || !older || transcript.size() == 0) return;
    ask(
        Query.before(id, transcript.oldest(), SIZE),
        page -> {
          transcript.add(page);
          older = page.messages().size() == SIZE;
        });
  }

  /** Asks for the page after the newest message that is here. */
  void newer() {
    if (asking || newest || transcript.size() == 0) return;
    ask(
        Query.after(id, transcript.newest(), SIZE),
        page -> {
          transcript.add(page);
          newest = page.messages().size() < SIZE;
        });
  }

  private void ask(Query query, Consumer<Transcript.Page> then) {
    asking = true;
    lane.execute(() -> {
      var page = Transcript.Page.of(talk, talk.messages(query));
      front.execute(() -> {
        asking = false;
        then.accept(page);
        changed.run();
      });
    });
  }

  /** Back to the newest message. */
  void latest() {
    found.set(null);
    if (newest) {
      atEnd.set(true);
      return;
    }
    lane.execute(() -> {
      var page = Transcript.Page.of(talk, talk.messages(Query.latest(id, SIZE)));
      front.execute(() -> {
        transcript.keep(0);
        began(page);
        atEnd.set(true);
        changed.run();
      });
    });
  }

  /** The message that somebody jumped to; null for none. */
  ReadOnlyObjectProperty<MessageId> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Goes to a message; what stands around it is loaded, unless it is here already. */
  void jump(MessageId wanted) {
    lane.execute(() -> {
      var messages = talk.around(wanted, SIZE / 2);
      var page = Transcript.Page.of(talk, messages);
      front.execute(() -> {
        if (messages.isEmpty()) return;
        if (!transcript.has(wanted)) {
          transcript.keep(0);
          int at = messages.stream().map(m -> m.id()).toList().indexOf(wanted);
          older = at == SIZE / 2;
          newest = messages.size() - at - 1 < SIZE / 2;
        }
        transcript.add(page);
        atEnd.set(false);
        changed.run();
        found.set(null);
        found.set(wanted);
      });
    });
  }
}
