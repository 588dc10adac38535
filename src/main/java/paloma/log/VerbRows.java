package paloma.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paloma.model.Body;
import paloma.model.EventHeader;
import paloma.model.LogId;
import paloma.model.MalformedException;
import paloma.model.Message.Position;
import paloma.model.MessageId;
import paloma.model.VerbBody;
import paloma.store.Tx;
import paloma.store.VerbStore;

/**
 * Keeps rows what the verbs about them make of them, whichever comes first. What was taken back
 * vanishes from the row, from the search words and from the events.
 */
public final class VerbRows {
  /** Why the body of an event is not there. */
  static final String RECALLED = "recalled";

  private final VerbStore verbs;

  public VerbRows(VerbStore verbs) {
    this.verbs = verbs;
  }

  /** Whether a message may have a row: one that was deleted here never has. */
  boolean wanted(Tx tx, MessageId id) {
    return !verbs.deleted(tx, id);
  }

  /** Remembers what a text answers and whom it calls. */
  void rich(Tx tx, LogId log, VerbBody.RichText rich) {
    var row = verbs.target(tx, rich.id());
    if (row.isEmpty() || row.get().recalled() || !sameAuthor(row.get(), log)) return;
    var without =
        new VerbBody.RichText(rich.id(), "", rich.reply(), rich.mentions(), rich.forwardedFrom());
    verbs.rich(tx, rich.id(), BodyCodec.encode(without));
  }

  private static boolean sameAuthor(VerbStore.Target row, LogId log) {
    return row.log().author().equals(log.author())
        && row.log().conversation().equals(log.conversation());
  }

  /** Keeps a verb and does what it says, if its message is here. */
  void add(Tx tx, EventHeader header, VerbBody verb, byte[] bytes) {
    if (verb instanceof VerbBody.Reminder || verbs.deleted(tx, verb.target())) return;
    verbs.add(
        tx,
        verb.id(),
        verb.target(),
        header.log(),
        header.seq(),
        header.order(),
        header.kind(),
        bytes,
        Instant.ofEpochMilli(header.shownTime()));
    settle(tx, verb.target(), header, verb instanceof VerbBody.Edit);
  }

  /**
   * Makes a row what the verbs about it say.
   *
   * @param news the event that came last
   * @param tells whether it tells what a recall takes back
   */
  void settle(Tx tx, MessageId id, EventHeader news, boolean tells) {
    var row = verbs.target(tx, id);
    if (row.isEmpty()) return;
    var log = row.get().log();
    var all = verbs.of(tx, id, log.conversation());
    if (row.get().recalled()) {
      // Said again after a fork, or an edit that came late.
      if (tells && sameAuthor(row.get(), news.log())) {
        verbs.vanish(tx, news.log(), news.seq(), RECALLED);
      }
      forget(tx, row.get(), all);
      return;
    }
    if (all.isEmpty()) return;
    boolean words = row.get().kind() == Body.TEXT;
    var folded = Folding.fold(log.author(), words, said(all));
    if (folded.recalled()) {
      verbs.recall(tx, id, Body.TEXT, BodyCodec.encode(new Body.Text(id, "")));
      forget(tx, row.get(), all);
    } else if (folded.newest().isPresent()
        && folded.newest().get().body() instanceof VerbBody.Edit edit) {
      var text = new Body.Text(id, edit.text());
      verbs.reword(tx, id, BodyCodec.encode(text), BodyCodec.words(text));
    } else {
      verbs.touch(tx, id);
    }
  }

  private void forget(Tx tx, VerbStore.Target row, List<VerbStore.Entry> all) {
    verbs.vanish(tx, row.log(), row.seq(), RECALLED);
    for (var entry : all) {
      boolean edit = entry.kind() == VerbBody.EDIT;
      if (!edit || entry.body() == null || !entry.log().author().equals(row.log().author())) {
        continue;
      }
      verbs.vanish(tx, entry.log(), entry.seq(), RECALLED);
      verbs.forget(tx, entry.id(), entry.log().author());
    }
  }

  /** The verbs about a message as they were said; those whose words are gone are left out. */
  List<Folding.Said> said(List<VerbStore.Entry> entries) {
    var all = new ArrayList<Folding.Said>(entries.size());
    for (var entry : entries) verb(entry).ifPresent(all::add);
    return all;
  }

  private static Optional<Folding.Said> verb(VerbStore.Entry entry) {
    if (entry.body() == null) return Optional.empty();
    try {
      if (!(BodyCodec.decode(entry.kind(), entry.body()) instanceof VerbBody body)) {
        return Optional.empty();
      }
      var log = entry.log();
      var at = new Position(entry.order(), log.author(), log.epoch(), entry.seq());
      return Optional.of(new Folding.Said(at, entry.shown(), body));
    } catch (MalformedException damaged) {
      return Optional.empty();
    }
  }
}
