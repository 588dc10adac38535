package paloma.store;

import java.time.Instant;
import paloma.model.Conversation.Look;
import paloma.model.ConversationId;

/** How conversations are kept here. */
public final class LookStore {
  public Look of(Tx tx, ConversationId id) {
    return tx.first(
            "SELECT pinned, muted_until, marked_unread, draft, receipts FROM look"
                + " WHERE conversation = ?",
            row -> {
              long until = row.getLong(2);
              var muted = row.wasNull() ? null : Instant.ofEpochMilli(until);
              boolean tells = row.getInt(5) != 0;
              Boolean receipts = row.wasNull() ? null : tells;
              return new Look(
                  row.getInt(1) != 0, muted, row.getInt(3) != 0, row.getString(4), receipts);
            },
            id)
        .orElse(Look.USUAL);
  }

  public void set(Tx tx, ConversationId id, Look look) {
    tx.update(
        "INSERT INTO look (conversation, pinned, muted_until, marked_unread, draft, receipts)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (conversation) DO UPDATE SET"
            + " pinned = excluded.pinned, muted_until = excluded.muted_until,"
            + " marked_unread = excluded.marked_unread, draft = excluded.draft,"
            + " receipts = excluded.receipts",
        id,
        look.pinned(),
        look.mutedUntil() == null ? null : look.mutedUntil().toEpochMilli(),
        look.markedUnread(),
        look.draft(),
        look.receipts());
  }
}
