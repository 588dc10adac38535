package paloma.log;

import java.util.function.UnaryOperator;
import paloma.model.Conversation.Look;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MessageId;
import paloma.model.VerbBody;
import paloma.store.Database;
import paloma.store.LogStore;
import paloma.store.LookStore;
import paloma.store.MarkerStore;
import paloma.store.Tx;
import paloma.store.VerbStore;

/**
 * What the person here decides about conversations and rows for themselves: nobody else learns of
 * it. Thread-safe.
 */
public final class Keeping {
  private static final String DELETED = "deleted";

  private final Database database;
  private final LookStore looks;
  private final VerbStore verbs;
  private final LogStore logs;
  private final MarkerStore markers;
  private final DeviceId us;

  public Keeping(
      Database database,
      LookStore looks,
      VerbStore verbs,
      LogStore logs,
      MarkerStore markers,
      DeviceId us) {
    this.database = database;
    this.looks = looks;
    this.verbs = verbs;
    this.logs = logs;
    this.markers = markers;
    this.us = us;
  }

  public Look of(ConversationId id) {
    return database.read(tx -> looks.of(tx, id));
  }

  /** Whether anything is different now. */
  public boolean change(ConversationId id, UnaryOperator<Look> change) {
    return database.write(tx -> {
      var before = looks.of(tx, id);
      var after = change.apply(before);
      if (after.equals(before)) return false;
      looks.set(tx, id, after);
      return true;
    });
  }

  /**
   * Deletes a message here. Its words leave the events too where nobody can still need them from
   * us: in a conversation of two, what the other side said and what it has stored. Elsewhere the
   * events stay, unseen, for those who lack them.
   */
  public void delete(MessageId id) {
    database.write(tx -> {
      var row = verbs.target(tx, id);
      if (row.isEmpty()) return null;
      var log = row.get().log();
      if (dispensable(tx, log, row.get().seq())) verbs.vanish(tx, log, row.get().seq(), DELETED);
      for (var edit : verbs.all(tx, id, log.conversation(), log.author(), VerbBody.EDIT)) {
        if (dispensable(tx, edit.log(), edit.seq())) {
          verbs.vanish(tx, edit.log(), edit.seq(), DELETED);
        }
      }
      verbs.delete(tx, id);
      return null;
    });
  }

  private boolean dispensable(Tx tx, LogId log, long seq) {
    var others = logs.members(tx, log.conversation()).stream().filter(m -> !m.equals(us)).toList();
    if (others.size() > 1) return false;
    return !log.author().equals(us)
        || others.stream()
            .allMatch(reader ->
                markers
                    .find(tx, log, reader)
                    .filter(m -> m.marker().delivered() >= seq)
                    .isPresent());
  }
}
