package paloma.core;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import paloma.model.Conversation;
import paloma.model.ConversationId;
import paloma.work.Time;

/** Tells that conversations changed, a few times a second at most: a list needs no more. */
final class ConversationNews {
  /** What happens within this time is told together; a person sees no delay. */
  private static final Duration GATHER = Duration.ofMillis(80);

  private final Time time;
  private final Notices notices;
  private final Function<ConversationId, Conversation> lookUp;
  private final Predicate<ConversationId> listed;
  private final Set<ConversationId> changed = new LinkedHashSet<>();

  private boolean stopped;

  /**
   * @param listed whether a list of conversations shows it: not a board
   */
  ConversationNews(
      Time time,
      Notices notices,
      Function<ConversationId, Conversation> lookUp,
      Predicate<ConversationId> listed) {
    this.time = time;
    this.notices = notices;
    this.lookUp = lookUp;
    this.listed = listed;
  }

  synchronized void changed(ConversationId id) {
    if (!listed.test(id)) return;
    boolean waiting = !changed.isEmpty();
    changed.add(id);
    if (!waiting) time.after(GATHER, "conversation-news", this::tell);
  }

  /** Nothing is looked up any more: the database is about to close. */
  synchronized void stop() {
    stopped = true;
  }

  private void tell() {
    List<ConversationId> taken;
    synchronized (this) {
      if (stopped) return;
      taken = List.copyOf(changed);
      changed.clear();
    }
    taken.forEach(id -> notices.post(new Notice.ConversationChanged(lookUp.apply(id))));
  }
}
