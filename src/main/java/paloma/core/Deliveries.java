package paloma.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import paloma.log.Timeline;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Problem;

/** Tells how far own messages have come, and lets callers wait for it. Thread-safe. */
final class Deliveries {
  private record Waiter(Message.State state, CompletableFuture<Void> reached) {}

  private final Timeline timeline;
  private final Map<MessageId, List<Waiter>> waiters = new ConcurrentHashMap<>();

  Deliveries(Timeline timeline) {
    this.timeline = timeline;
  }

  Delivery of(MessageId id) {
    var reach =
        timeline
            .reach(id)
            .orElseThrow(() -> Problem.unknown("unknown-message", id.text()).exception());
    var message = reach.message();
    return new Delivery(message, message.state(), reach.delivered(), reach.read(), reach.of());
  }

  /** What has become of a message when it has come so far, or when patience ran out. */
  Delivery await(MessageId id, Message.State state, Duration patience) throws InterruptedException {
    var waiter = new Waiter(state, new CompletableFuture<>());
    waiters.computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>()).add(waiter);
    try {
      var now = of(id);
      if (now.state().compareTo(state) >= 0) return now;
      waiter.reached.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return of(id);
    } catch (ExecutionException e) {
      throw new AssertionError("a waiter never fails", e);
    } finally {
      waiters.computeIfPresent(
          id,
          (_, list) -> {
            list.remove(waiter);
            return list.isEmpty() ? null : list;
          });
    }
    return of(id);
  }

  void changed(Message message) {
    for (var waiter : waiters.getOrDefault(message.id(), List.of())) {
      if (message.state().compareTo(waiter.state) >= 0) waiter.reached.complete(null);
    }
  }
}
