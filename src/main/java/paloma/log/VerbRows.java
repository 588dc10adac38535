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
import paloma.store.LogStore;
import paloma.store.Tx;
import paloma.store.VerbStore;

/**
 * Keeps rows what the verbs about them make of them, whichever comes first. What was taken back
 * vanishes from the row, from the search words and from the events.
 */
public final class VerbRows {
  /** Why the body of an event is not there. */
  static final String RECALLED = "recalled";

  /** Verbs of one message that count: more come from nobody who means well. */
  private static final int MOST = 1_000;

  private final VerbStore verbs;
  private final LogStore logs;

  public VerbRows(VerbStore verbs, LogStore logs) {
    this.verbs = verbs;
    this.logs = logs;
  }

  /** Whether a message may have a row: one that was deleted here never has. */
  boolean wanted(Tx tx, MessageId id) {
    return verbs.grave(tx, id).isEmpty();
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
    if (verb instanceof VerbBody.Reminder) return;
    var grave = verbs.grave(tx, verb.target()).orElse(null);
    verbs.add(
        tx,
        verb.id(),
        verb.target(),
        header.log(),
        header.seq(),
        header.order(),
        header.kind(),
        grave == null ? bytes : null,
        Instant.ofEpochMilli(header.shownTime()));
    if (grave != null) buried(tx, verb.target(), grave, header);
    else settle(tx, verb.target(), header, verb instanceof VerbBody.Edit);
  }

  /** Takes a verb away that no reader sees any more; its message is what the others make of it. */
  void remove(Tx tx, EventHeader header, VerbBody verb) {
    if (!verbs.remove(tx, verb.id(), header.log(), header.seq())) return;
    if (verb instanceof VerbBody.Edit edit) reword(tx, edit.target());
    settle(tx, verb.target(), header, false);
  }

  /** Gives a row the words of its event again. */
  private void reword(Tx tx, MessageId id) {
    var row = verbs.target(tx, id).filter(r -> !r.recalled() && r.kind() == Body.TEXT);
    row.flatMap(r -> FirstWords.of(tx, logs, r.log(), r.seq(), id))
        .map(words -> new Body.Text(id, words))
        .ifPresent(t -> verbs.reword(tx, id, BodyCodec.encode(t), BodyCodec.words(t)));
  }

  /** A message that was deleted here is taken back by its author: its events forget it too. */
  private void buried(Tx tx, MessageId id, VerbStore.Grave grave, EventHeader news) {
    var in = grave.log().conversation();
    var author = grave.log().author();
    if (!news.log().author().equals(author) || !news.log().conversation().equals(in)) return;
    if (verbs.newest(tx, id, in, author, VerbBody.RECALL).isEmpty()) return;
    verbs.vanish(tx, grave.log(), grave.seq(), RECALLED);
    if (news.kind() == VerbBody.EDIT) {
      verbs.vanish(tx, news.log(), news.seq(), RECALLED);
    } else if (news.kind() == VerbBody.RECALL) {
      for (var edit : verbs.all(tx, id, in, author, VerbBody.EDIT)) {
        verbs.vanish(tx, edit.log(), edit.seq(), RECALLED);
      }
    }
  }

  /**
   * Makes a row what the verbs about it say. Looks only at those that decide about its words, so a
   * flood of reactions costs the writer nothing.
   *
   * @param news the event that came last
   * @param tells whether it tells what a recall takes back
   */
  void settle(Tx tx, MessageId id, EventHeader news, boolean tells) {
    if (!verbs.any(tx, id)) return;
    var row = verbs.target(tx, id).orElse(null);
    if (row == null) return;
    if (row.recalled()) {
      // Said again after a fork, or an edit that came late.
      if (tells && sameAuthor(row, news.log())) {
        verbs.vanish(tx, news.log(), news.seq(), RECALLED);
        forgetEdits(tx, id, row);
      }
      return;
    }
    var folded = Folding.fold(row.log().author(), row.kind() == Body.TEXT, deciding(tx, id, row));
    if (folded.recalled()) {
      verbs.recall(tx, id, Body.TEXT, BodyCodec.encode(new Body.Text(id, "")));
      verbs.vanish(tx, row.log(), row.seq(), RECALLED);
      forgetEdits(tx, id, row);
    } else if (folded.newest().isPresent()
        && folded.newest().get().body() instanceof VerbBody.Edit edit) {
      var text = new Body.Text(id, edit.text());
      verbs.reword(tx, id, BodyCodec.encode(text), BodyCodec.words(text));
    } else {
      verbs.touch(tx, id);
    }
  }

  /** The verbs by which a row's words are decided: of its author the newest edit and a recall. */
  private List<Folding.Said> deciding(Tx tx, MessageId id, VerbStore.Target row) {
    var all = new ArrayList<Folding.Said>(2);
    for (int kind : new int[] {VerbBody.EDIT, VerbBody.RECALL}) {
      verbs
          .newest(tx, id, row.log().conversation(), row.log().author(), kind)
          .flatMap(VerbRows::verb)
          .ifPresent(all::add);
    }
    return all;
  }

  private void forgetEdits(Tx tx, MessageId id, VerbStore.Target row) {
    var log = row.log();
    for (var edit : verbs.all(tx, id, log.conversation(), log.author(), VerbBody.EDIT)) {
      if (edit.body() == null) continue;
      verbs.vanish(tx, edit.log(), edit.seq(), RECALLED);
      verbs.forget(tx, edit.id(), log.author());
    }
  }

  /** What was said of a message, as far as it counts: the newest, and what decides its words. */
  List<Folding.Said> said(Tx tx, MessageId id, LogId log) {
    var entries = new ArrayList<>(verbs.newest(tx, id, log.conversation(), MOST));
    if (entries.size() == MOST) {
      verbs.newest(tx, id, log.conversation(), log.author(), VerbBody.EDIT).stream()
          .filter(edit -> entries.stream().noneMatch(e -> e.id().equals(edit.id())))
          .forEach(entries::add);
    }
    return entries.stream().flatMap(entry -> verb(entry).stream()).toList();
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
