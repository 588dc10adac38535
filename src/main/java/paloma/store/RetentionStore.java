package paloma.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import paloma.model.BoardBody;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.GroupBody;
import paloma.model.LogId;

/**
 * Lets old messages go: their rows, and the bodies of their events. Headers stay, so the chain
 * stays whole and peers who ask get just these.
 */
public final class RetentionStore {
  /** Why a body is not there. */
  static final String REASON = "expired";

  private static final String OF_LOG = " conversation = ? AND author = ? AND epoch = ?";

  /**
   * Who is in a group, and whose board one is, follows from these for ever. Behind the version a
   * header has its kind.
   */
  private static final String FOUNDING =
      "(substr(header, 2, 2) BETWEEN x'%04x' AND x'%04x' OR substr(header, 2, 2) = x'%04x')"
          .formatted(GroupBody.CREATED, GroupBody.HISTORY, BoardBody.OPENED);

  public List<LogId> logs(Tx tx) {
    return tx.list(
        "SELECT conversation, author, epoch FROM log ORDER BY conversation, author, epoch",
        row ->
            new LogId(
                ConversationId.of(row.getBytes(1)), DeviceId.of(row.getBytes(2)), row.getLong(3)));
  }

  /**
   * Lets go of what came before a moment, of an own log only what everybody has, and nothing whose
   * files are still on their way; how many rows went.
   */
  public int expire(Tx tx, LogId log, Instant before, DeviceId us) {
    long last =
        tx.number(
            "SELECT max(seq) FROM message WHERE" + OF_LOG + " AND received < ?",
            log.conversation(),
            log.author(),
            log.epoch(),
            before.toEpochMilli());
    if (log.author().equals(us)) last = Math.min(last, deliveredToAll(tx, log));
    last = Math.min(last, beforeOpenOffers(tx, log));
    if (last < 1) return 0;
    tx.update(
        "UPDATE event SET body = NULL, reason = ? WHERE"
            + OF_LOG
            + " AND seq <= ? AND body NOT NULL AND NOT "
            + FOUNDING,
        REASON,
        log.conversation(),
        log.author(),
        log.epoch(),
        last);
    tx.update(
        "UPDATE verb SET body = NULL WHERE target IN (SELECT id FROM message WHERE"
            + OF_LOG
            + " AND seq <= ?)",
        log.conversation(),
        log.author(),
        log.epoch(),
        last);
    return tx.update(
        "DELETE FROM message WHERE" + OF_LOG + " AND seq <= ?",
        log.conversation(),
        log.author(),
        log.epoch(),
        last);
  }

  /** The seq up to which every other member has stored a log; all of it where there is none. */
  private static long deliveredToAll(Tx tx, LogId log) {
    return tx.first(
            "SELECT coalesce(min(coalesce((SELECT k.delivered FROM marker k WHERE k.conversation = b.conversation"
                + " AND k.author = ? AND k.epoch = ? AND k.reader = b.device), 0)), ?)"
                + " FROM member b WHERE b.conversation = ? AND b.device <> ?",
            row -> row.getLong(1),
            log.author(),
            log.epoch(),
            Long.MAX_VALUE,
            log.conversation(),
            log.author())
        .orElse(0L);
  }

  private static long beforeOpenOffers(Tx tx, LogId log) {
    Optional<Long> first =
        tx.first(
            "SELECT min(m.seq) FROM message m JOIN transfer t ON t.offer = m.id"
                + " WHERE m.conversation = ? AND m.author = ? AND m.epoch = ?"
                + " AND t.state NOT IN ('FINISHED', 'FAILED', 'DECLINED', 'CANCELLED')",
            row -> {
              long seq = row.getLong(1);
              return row.wasNull() ? null : seq;
            },
            log.conversation(),
            log.author(),
            log.epoch());
    return first.map(seq -> seq - 1).orElse(Long.MAX_VALUE);
  }

  /** Lets go of imported rows that were taken over before a moment. */
  public int expireImported(Tx tx, Instant before) {
    return tx.update(
        "DELETE FROM message WHERE epoch = ? AND received < ?"
            + " AND conversation IN (SELECT conversation FROM legacy)",
        LegacyStore.EPOCH,
        before.toEpochMilli());
  }
}
