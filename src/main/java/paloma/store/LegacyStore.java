package paloma.store;

import java.util.Optional;
import paloma.model.ConversationId;
import paloma.model.DeviceId;

/** Imported conversations and their people: rows of the timeline that stand in no log. */
public final class LegacyStore {
  /** The kind of an imported conversation; the number is stored. */
  static final int KIND = 9;

  /** Epochs of logs begin at 1. */
  public static final long EPOCH = 0;

  /**
   * Somebody of an imported history.
   *
   * @param origin {@code ipmsg} or {@code paloma}
   */
  public record Person(
      DeviceId id, ConversationId conversation, String origin, String name, String host) {}

  /** Makes sure that a conversation with somebody is there; all in it counts as read. */
  public void add(Tx tx, Person person, DeviceId us) {
    int fresh =
        tx.update(
            "INSERT OR IGNORE INTO legacy (person, conversation, origin, name, host)"
                + " VALUES (?, ?, ?, ?, ?)",
            person.id(),
            person.conversation(),
            person.origin(),
            person.name(),
            person.host());
    if (fresh == 0) return;
    var id = person.conversation();
    tx.update("INSERT OR IGNORE INTO conversation (id, kind) VALUES (?, ?)", id, KIND);
    for (var member : new DeviceId[] {us, person.id()}) {
      tx.update("INSERT OR IGNORE INTO member (conversation, device) VALUES (?, ?)", id, member);
    }
    readBy(tx, id, us, person.id());
    readBy(tx, id, person.id(), us);
  }

  private static void readBy(Tx tx, ConversationId id, DeviceId author, DeviceId reader) {
    tx.update(
        "INSERT OR IGNORE INTO marker (conversation, author, epoch, reader, delivered, read, sent)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        id,
        author,
        EPOCH,
        reader,
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        Long.MAX_VALUE);
  }

  public Optional<Person> person(Tx tx, DeviceId id) {
    return tx.first(
        "SELECT conversation, origin, name, host FROM legacy WHERE person = ?",
        row ->
            new Person(
                id,
                ConversationId.of(row.getBytes(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4)),
        id);
  }

  /** Whether a conversation was imported. */
  public boolean imported(Tx tx, ConversationId id) {
    return tx.number("SELECT count(*) FROM conversation WHERE id = ? AND kind = ?", id, KIND) > 0;
  }
}
