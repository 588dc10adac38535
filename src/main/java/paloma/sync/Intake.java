package paloma.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import paloma.frames.Frame;
import paloma.log.Logs;
import paloma.log.Outcome;
import paloma.log.Page;
import paloma.model.CanonicalReader;
import paloma.model.LogId;
import paloma.model.MalformedException;

/**
 * Commits the pages that come over one link. Pages that queued up while the last commit ran and go
 * on where another ends become one: one signature check, one commit, one marker.
 */
final class Intake {
  /** Bytes that may wait for a commit; beyond it the reader stops reading. */
  private static final int WAITING = 4 << 20;

  /** Logs remembered as refused: those of a few large groups. */
  private static final int MOST_HELD_BACK = 4096;

  private static final String NOT_SHARED = "not-shared";

  private record Waiting(Page page, int cost) {}

  private final SyncLink sync;
  private final Logs logs;
  private final Neighbours neighbours;
  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(WAITING);
  private final Set<LogId> heldBack = ConcurrentHashMap.newKeySet();

  Intake(SyncLink sync, Logs logs, Neighbours neighbours) {
    this.sync = sync;
    this.logs = logs;
    this.neighbours = neighbours;
  }

  void add(Frame.Events events) throws InterruptedException, MalformedException {
    if (!neighbours.mayCarry(sync.peer(), events.log())) {
      // Perhaps a group that we have left or are told of later: no reason to end a link.
      refuse(events.log(), events.first(), NOT_SHARED);
      return;
    }
    var page = page(events);
    int cost = Math.max(1, page.bytes());
    room.acquire(cost);
    queue.add(new Waiting(page, cost));
  }

  /** Only the last event of a page travels with its signature. */
  private static Page page(Frame.Events events) throws MalformedException {
    var items = new ArrayList<Page.Item>(events.items().size());
    for (var item : events.items()) {
      boolean last = items.size() == events.items().size() - 1;
      items.add(new Page.Item(item.header(), item.body(), last ? events.signature() : null));
    }
    CanonicalReader.check(!items.isEmpty(), "empty page");
    return new Page(events.log(), events.first(), items);
  }

  void run() throws IOException, InterruptedException {
    var taken = new ArrayList<Waiting>();
    while (true) {
      taken.add(queue.take());
      queue.drainTo(taken);
      for (var page : merged(taken)) accept(page);
      taken.forEach(waiting -> room.release(waiting.cost));
      taken.clear();
    }
  }

  private List<Page> merged(List<Waiting> taken) {
    boolean oneByOne = neighbours.stranger(sync.peer());
    var pages = new ArrayList<Page>();
    for (var waiting : taken) {
      var next = waiting.page;
      if (!oneByOne && !pages.isEmpty() && pages.getLast().continuedBy(next)) {
        pages.add(pages.removeLast().with(next));
      } else {
        pages.add(next);
      }
    }
    return pages;
  }

  private void accept(Page page) throws MalformedException {
    var back = neighbours.holdsBack(sync.peer(), page);
    if (back.isPresent()) {
      refuse(page.log(), page.first(), back.get());
      return;
    }
    switch (logs.accept(page)) {
      case Outcome.Accepted accepted -> {
        synchronized (sync) {
          sync.rules().received(accepted.log(), accepted.to());
        }
        neighbours.accepted(sync.peer(), accepted);
      }
      case Outcome.Known known -> {
        synchronized (sync) {
          sync.rules().received(known.log(), page.last());
        }
        sync.lane().mark(known.log());
      }
      case Outcome.Gap gap -> sync.tell(gap.log());
      case Outcome.Forked forked when !sync.ours(forked.log()) -> sync.tell(forked.log());
      case Outcome.Forked _ -> neighbours.branch(sync.peer(), page);
    }
  }

  private void refuse(LogId log, long first, String reason) {
    if (heldBack.size() < MOST_HELD_BACK) heldBack.add(log);
    sync.lane().post(new Frame.Refusal(log, first, reason));
  }

  /** Logs whose pages were not taken; they are forgotten here. */
  Set<LogId> takeHeldBack() {
    var taken = Set.copyOf(heldBack);
    heldBack.removeAll(taken);
    return taken;
  }
}
