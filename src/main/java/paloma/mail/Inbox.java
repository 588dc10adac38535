package paloma.mail;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import paloma.log.Logs;
import paloma.log.Markers;
import paloma.log.Outcome;
import paloma.log.Page;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Envelope;
import paloma.model.LogId;
import paloma.model.MailVerdict;
import paloma.model.MalformedException;
import paloma.store.MailStore;
import paloma.sync.Neighbours;

/**
 * Mail for us that a colleague kept: opened, checked and committed as if its author had sent it.
 * The carrier is trusted with nothing. Thread-safe; waits for commits.
 */
public final class Inbox {
  private static final System.Logger LOG = System.getLogger("paloma.mail");

  /** Pages kept aside until what comes before them is here; more stay with their carriers. */
  private static final int ASIDE = 32;

  private record Aside(Page page, Runnable taken) {}

  private final Logs logs;
  private final Markers markers;
  private final Neighbours neighbours;
  private final DeviceId us;
  private final Supplier<List<MailStore.Key>> keys;
  private final Consumer<LogId> advanced;
  private final List<Aside> aside = new ArrayList<>();

  /**
   * @param advanced told of logs that went on by mail: their author waits for our marker
   */
  public Inbox(
      Logs logs,
      Markers markers,
      Neighbours neighbours,
      DeviceId us,
      Supplier<List<MailStore.Key>> keys,
      Consumer<LogId> advanced) {
    this.logs = logs;
    this.markers = markers;
    this.neighbours = neighbours;
    this.us = us;
    this.keys = keys;
    this.advanced = advanced;
  }

  /** Whether an envelope bears one of our addresses. */
  public boolean isForUs(Envelope envelope) {
    return keys.get().stream()
        .anyMatch(k -> Sealing.tag(k.publicKey(), envelope.day()).equals(envelope.tag()));
  }

  /**
   * Takes an envelope that is for us.
   *
   * @param taken run when what was first kept aside is committed after all
   * @return {@link MailVerdict#TAKEN} also for what can't be used: its author still has it
   */
  public synchronized MailVerdict take(Envelope envelope, Runnable taken) {
    try {
      for (var key : keys.get()) {
        if (!Sealing.tag(key.publicKey(), envelope.day()).equals(envelope.tag())) continue;
        var letter = Sealing.open(envelope, key.publicKey(), key.privateKey());
        if (letter.isEmpty()) continue;
        return switch (letter.get()) {
          case Letter.Events(var page) -> take(page, taken);
          case Letter.Progress(var marker, var signature) -> {
            markers.carried(marker, signature, r -> neighbours.risen(r.after().reader(), r));
            yield MailVerdict.TAKEN;
          }
        };
      }
      LOG.log(Level.WARNING, "an envelope for us can't be opened");
    } catch (MalformedException e) {
      LOG.log(Level.WARNING, "an envelope for us holds no mail: {0}", e.getMessage());
    }
    return MailVerdict.TAKEN;
  }

  private MailVerdict take(Page page, Runnable taken) throws MalformedException {
    var author = page.log().author();
    // Groups go by their members: mail is between two.
    boolean between = page.log().conversation().equals(ConversationId.between(us, author));
    if (author.equals(us) || !between || !neighbours.mayCarry(author, page.log())) {
      throw new MalformedException("events of a conversation that is not shared");
    }
    if (neighbours.holdsBack(author, page).isPresent()) return MailVerdict.TAKEN;
    if (beginsTooLate(page)) return putAside(page, taken);
    return switch (logs.accept(page)) {
      case Outcome.Accepted accepted -> {
        neighbours.carried(author, accepted);
        advanced.accept(page.log());
        takeFromAside(page.log());
        yield MailVerdict.TAKEN;
      }
      case Outcome.Known _ -> {
        advanced.accept(page.log());
        yield MailVerdict.TAKEN;
      }
      case Outcome.Gap _ -> putAside(page, taken);
      case Outcome.Forked _ -> MailVerdict.TAKEN;
    };
  }

  /**
   * A log of which nothing is here may begin anywhere by sync, but by mail only at its beginning.
   */
  private boolean beginsTooLate(Page page) {
    return page.first() > 1 && logs.extent(page.log()).isEmpty();
  }

  private MailVerdict putAside(Page page, Runnable taken) {
    if (aside.size() == ASIDE) aside.removeFirst();
    aside.add(new Aside(page, taken));
    return MailVerdict.LATER;
  }

  private void takeFromAside(LogId log) {
    for (var waiting : List.copyOf(aside)) {
      if (!waiting.page.log().equals(log) || !aside.remove(waiting)) continue;
      try {
        if (take(waiting.page, waiting.taken) == MailVerdict.TAKEN) waiting.taken.run();
      } catch (MalformedException e) {
        LOG.log(Level.WARNING, "mail that was kept aside is none: {0}", e.getMessage());
        waiting.taken.run();
      }
    }
  }

  /** A log went on by a link: what was kept aside may fit now. */
  public synchronized void wentOn(LogId log) {
    takeFromAside(log);
  }
}
