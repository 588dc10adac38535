package paloma.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.model.Transfer;

/** Transfers: one row for each offer and person. */
public final class TransferStore {
  private static final String SELECT =
      "SELECT t.offer, peer, conversation, direction, state, names, folder, files, bytes, done,"
          + " problem, kind, details, path, target"
          + " FROM transfer t JOIN offer o ON o.offer = t.offer WHERE ";

  private static final String ENDED = "state IN ('FINISHED', 'FAILED', 'DECLINED', 'CANCELLED')";

  private final Database database;
  private final OfferStore offers;
  private final ChunkStore chunks;

  public TransferStore(Database database) {
    this.database = database;
    offers = new OfferStore(database);
    chunks = new ChunkStore(database);
  }

  public OfferStore offers() {
    return offers;
  }

  public ChunkStore chunks() {
    return chunks;
  }

  /**
   * A transfer, and the folder that the person chose for it.
   *
   * @param target null for what goes out or was not accepted
   */
  public record Row(Transfer transfer, Path target) {}

  /** Adds transfers of one offer that is already there; known ones stay as they are. */
  public void add(List<Transfer> transfers, long begunMillis) {
    database.write(tx -> {
      for (var transfer : transfers) {
        tx.update(
            "INSERT OR IGNORE INTO transfer"
                + " VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, NULL, ?, NULL, ?)",
            transfer.offer(),
            transfer.peer(),
            transfer.conversation(),
            transfer.direction(),
            transfer.state(),
            transfer.done(),
            text(transfer.path()),
            begunMillis);
      }
      return null;
    });
  }

  /** Writes what can change of a transfer. */
  public void update(Row row) {
    var transfer = row.transfer();
    var problem = Optional.ofNullable(transfer.problem());
    database.write(tx ->
        tx.update(
            "UPDATE transfer SET state = ?, done = ?, problem = ?, kind = ?, details = ?,"
                + " path = ?, target = ? WHERE offer = ? AND peer = ?",
            transfer.state(),
            transfer.done(),
            problem.map(Problem::code).orElse(null),
            problem.map(Problem::kind).orElse(null),
            problem.map(Problem::details).map(Texts::encode).orElse(null),
            text(transfer.path()),
            text(row.target()),
            transfer.offer(),
            transfer.peer()));
  }

  private static String text(Path path) {
    return path == null ? null : path.toString();
  }

  /** All that goes on, or all that ended; newest first. */
  public List<Row> list(boolean ended) {
    var which = (ended ? "" : "NOT ") + ENDED;
    return database.read(
        tx -> tx.list(SELECT + which + " ORDER BY begun DESC, t.rowid DESC", TransferStore::row));
  }

  public List<Row> of(MessageId offer) {
    return database.read(
        tx -> tx.list(SELECT + "t.offer = ? ORDER BY t.rowid", TransferStore::row, offer));
  }

  public Optional<Row> find(MessageId offer, DeviceId peer) {
    return database.read(
        tx -> tx.first(SELECT + "t.offer = ? AND peer = ?", TransferStore::row, offer, peer));
  }

  private static Row row(ResultSet row) throws SQLException {
    var transfer =
        new Transfer(
            MessageId.of(row.getBytes(1)),
            ConversationId.of(row.getBytes(3)),
            DeviceId.of(row.getBytes(2)),
            Transfer.Direction.valueOf(row.getString(4)),
            Transfer.State.valueOf(row.getString(5)),
            Texts.decode(row.getBytes(6)),
            row.getBoolean(7),
            row.getInt(8),
            row.getLong(9),
            row.getLong(10),
            0,
            problem(row),
            path(row.getString(14)));
    return new Row(transfer, path(row.getString(15)));
  }

  private static Problem problem(ResultSet row) throws SQLException {
    var code = row.getString(11);
    if (code == null) return null;
    var kind = Problem.Kind.valueOf(row.getString(12));
    return new Problem(code, kind, Texts.decode(row.getBytes(13)));
  }

  private static Path path(String text) {
    return text == null ? null : Path.of(text);
  }
}
